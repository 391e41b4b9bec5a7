<#include "/org/alfresco/include/alfresco-template.ftl" />
<@templateHeader />
<@templateBody>
  <@markup id="alf-hd">
  <div id="alf-hd">
    <@region id="share-header" scope="global" chromeless="true" />
  </div>
  </@>
  <@markup id="bd">
  <div id="bd">
    <@region id="plans" scope="template" />
  </div>
  </@>
</@>
<@templateFooter>
  <@markup id="alf-ft">
  <div id="alf-ft">
    <@region id="footer" scope="global" />
  </div>
  </@>
</@>
