<@markup id="js">
  <@script type="text/javascript" src="${url.context}/res/ttdn/share/dashlets.js" group="dashlets"/>
</@>
<@markup id="widgets">
  <@createWidgets group="dashlets"/>
</@>
<@markup id="html">
  <@uniqueIdDiv>
    <#assign id = args.htmlid?html>
    <div class="dashlet" id="${id}">
      <div class="title">${msg("ttdn.dashlet.owedAnswers")}</div>
      <div class="body scrollableList"<#if args.height??> style="height: ${args.height?html}px;"</#if>>
        <div id="${id}-list"></div>
      </div>
    </div>
  </@>
</@>
