// What our document-library actions do on the client: Share's own form dialog, which tells why the
// repository refused, and the look at what a dossier still needs.
(function () {
  function reason(response) {
    var message = (response.json && response.json.message) || '';
    return message.replace(/^[\w.$]+: /, '');
  }

  function said(title, text) {
    Alfresco.util.PopupManager.displayPrompt({ title: title, text: text });
  }

  // Share's dialog calls the success handler for a failure as well.
  YAHOO.Bubbling.fire('registerAction', {
    actionName: 'onTtdnForm',
    fn: function (record, owner) {
      var config = this.generateConfigForFormDialogAction(record, owner);
      var done = config.success.fn;
      var failure = config.failureMessage;
      delete config.failureMessage;
      config.success.fn = function (response, obj) {
        if (response.serverResponse.status < 400) {
          done.call(this, response, obj);
        } else {
          said(failure, reason(response));
        }
      };
      Alfresco.util.PopupManager.displayForm(config);
    },
  });

  YAHOO.Bubbling.fire('registerAction', {
    actionName: 'onTtdnCheckComplete',
    fn: function (record) {
      var title = this.msg('ttdn.action.check-complete');
      var complete = this.msg('ttdn.check.complete');
      var missing = this.msg('ttdn.check.missing');
      var id = record.node.properties['ttdn:dossierId'].value;
      Alfresco.util.Ajax.jsonGet({
        url: Alfresco.constants.PROXY_URI + 'ttdn/v1/dossiers/' + encodeURIComponent(id),
        successCallback: {
          fn: function (response) {
            var lacking = response.json.needed
              .filter(function (document) {
                return !document.there;
              })
              .map(function (document) {
                return document.kind.label;
              });
            said(title, lacking.length === 0 ? complete : missing + ' ' + lacking.join(', '));
          },
        },
        failureCallback: {
          fn: function (response) {
            said(title, (response.json && response.json.detail) || '');
          },
        },
      });
    },
  });
})();
