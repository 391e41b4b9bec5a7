<#-- One of my dossiers that are being drafted; filled on the client. -->
<script type="text/javascript">//<![CDATA[
(function() {
  new TTDN.Dossiers("${fieldHtmlId}");
})();
//]]></script>
<div class="form-field">
  <label for="${fieldHtmlId}">${field.label?html}:</label>
  <select id="${fieldHtmlId}" name="${field.name}" tabindex="0" style="max-width: 40em">
    <option value="">${msg("ttdn.dossier.only")?html}</option>
  </select>
  <@formLib.renderFieldHelp field=field />
</div>
