// The choice of one of my dossiers that are being drafted, in the form of a document-library action.
// Nothing chosen means the only one that needs the document.
if (typeof TTDN === 'undefined') {
  var TTDN = {};
}

(function () {
  TTDN.Dossiers = function (htmlId) {
    return TTDN.Dossiers.superclass.constructor.call(this, 'TTDN.Dossiers', htmlId, []);
  };

  YAHOO.extend(TTDN.Dossiers, Alfresco.component.Base, {
    onReady: function () {
      Alfresco.util.Ajax.jsonGet({
        url: Alfresco.constants.PROXY_URI + 'ttdn/v1/tasks',
        successCallback: { fn: this.show, scope: this },
        // Whoever has no tasks there has nothing to choose from.
        failureCallback: { fn: function () {} },
      });
    },

    show: function (response) {
      var choice = document.getElementById(this.id);
      response.json.items.forEach(function (task) {
        if (task.dossier && task.dossier.state.code === 'DRAFTING') {
          var option = document.createElement('option');
          option.value = task.dossier.id;
          option.textContent = task.dossier.subject + ' (' + task.step.label + ')';
          choice.appendChild(option);
        }
      });
    },
  });
})();
