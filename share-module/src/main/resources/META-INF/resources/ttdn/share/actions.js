// The document-library action that starts the plan process: Share's own form dialog, which tells
// why the repository refused. (Share's dialog calls the success handler for a failure as well.)
(function () {
  function reason(response) {
    var message = (response.json && response.json.message) || '';
    return message.replace(/^[\w.$]+: /, '');
  }

  YAHOO.Bubbling.fire('registerAction', {
    actionName: 'onTtdnStartPlan',
    fn: function (record, owner) {
      var config = this.generateConfigForFormDialogAction(record, owner);
      var done = config.success.fn;
      var failure = config.failureMessage;
      delete config.failureMessage;
      config.success.fn = function (response, obj) {
        if (response.serverResponse.status < 400) {
          done.call(this, response, obj);
        } else {
          Alfresco.util.PopupManager.displayPrompt({ title: failure, text: reason(response) });
        }
      };
      Alfresco.util.PopupManager.displayForm(config);
    },
  });
})();
