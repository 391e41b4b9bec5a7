// Share's outcome buttons with one rule more: who returns a document says why. The repository
// refuses it anyway; here it is said before the form is sent and nothing that was typed is lost.
if (typeof TTDN === 'undefined') {
  var TTDN = {};
}

(function () {
  TTDN.Outcome = function (htmlId) {
    TTDN.Outcome.superclass.constructor.call(this, htmlId);
    this.name = 'TTDN.Outcome';
    return this;
  };

  YAHOO.extend(TTDN.Outcome, Alfresco.ActivitiTransitions, {
    onClick: function (event, button) {
      var comment = document.getElementById(this.options.commentId);
      var outcome = button.get('id').substring(this.id.length + 1);
      if (outcome === 'returned' && comment && !comment.value.trim()) {
        Alfresco.util.PopupManager.displayPrompt({
          text: this.options.reasonMissing,
          close: true,
        });
        comment.focus();
        return;
      }
      TTDN.Outcome.superclass.onClick.call(this, event, button);
    },
  });
})();
