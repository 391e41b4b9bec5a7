<#-- The step's outcomes as buttons, as Share's own control has them; a return asks for its reason, and
     the repository is told that the task was opened. -->
<#if form.mode == "edit">
<script type="text/javascript">//<![CDATA[
(function() {
  new TTDN.Outcome("${fieldHtmlId}").setOptions({
    currentValue: "${field.control.params.options?js_string}",
    hiddenFieldName: "${field.name}",
    taskId: "${(form.arguments.itemId!"")?js_string}",
    commentId: "${args.htmlid?js_string}_prop_bpm_comment",
    commentLabel: "${msg("ttdn.field.comment")?js_string}",
    reasonMissing: "${msg("ttdn.outcome.reason-missing")?js_string}"
  }).setMessages(${messages});
})();
//]]></script>
<div class="form-field suggested-actions" id="${fieldHtmlId}">
  <div id="${fieldHtmlId}-buttons"></div>
</div>
</#if>
