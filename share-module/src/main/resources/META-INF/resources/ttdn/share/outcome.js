// Share's outcome buttons with two things more. Who returns a document says why: the repository
// refuses it anyway; here it is said before the form is sent and nothing that was typed is lost.
// And the repository is told that somebody has opened the task: who sent it does not take it back
// from under his eyes.
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
    onReady: function () {
      TTDN.Outcome.superclass.onReady.call(this);
      if (this.options.taskId) {
        Alfresco.util.Ajax.jsonPost({
          url:
            Alfresco.constants.PROXY_URI +
            'ttdn/v1/tasks/' +
            encodeURIComponent(this.options.taskId.replace(/^activiti\$/, '')) +
            '/seen',
          // Whoever may not decide the task tells nothing by opening it.
          failureCallback: { fn: function () {} },
        });
      }
    },

    onClick: function (event, button) {
      var comment = document.getElementById(this.options.commentId);
      var outcome = button.get('id').substring(this.id.length + 1);
      if (outcome === 'returned' && comment && !comment.value.trim()) {
        Alfresco.util.PopupManager.displayPrompt({
          title: this.options.commentLabel,
          text: this.options.reasonMissing,
        });
        return;
      }
      TTDN.Outcome.superclass.onClick.call(this, event, button);
    },
  });
})();
