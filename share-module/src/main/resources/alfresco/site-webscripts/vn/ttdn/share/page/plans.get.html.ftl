<#-- Through Share's proxy, with Share's session and its token; no sign-in of our own. -->
<script type="module" src="${url.context}/ttdn/app.js"></script>
<ttdn-app
  api="${url.context}/proxy/alfresco/ttdn/v1"
  csrf-cookie="Alfresco-CSRFToken"
  csrf-header="Alfresco-CSRFToken"
></ttdn-app>
