// Our dashlets: lists that the repository answers for whoever is signed in. Whoever has no part in
// the procedure sees an empty one.
if (typeof TTDN === 'undefined') {
  var TTDN = {};
}

(function () {
  var html = Alfresco.util.encodeHTML;

  TTDN.Dashlet = function (name, htmlId) {
    return TTDN.Dashlet.superclass.constructor.call(this, name, htmlId, []);
  };

  YAHOO.extend(TTDN.Dashlet, Alfresco.component.Base, {
    onReady: function () {
      Alfresco.util.Ajax.jsonGet({
        url: Alfresco.constants.PROXY_URI + this.source,
        successCallback: { fn: this.show, scope: this },
        failureCallback: { fn: this.fail, scope: this },
      });
    },

    show: function (response) {
      var lines = response.json.items.map(this.line, this);
      this.fill(lines.length === 0 ? this.said('ttdn.dashlet.empty') : lines.join(''));
    },

    fail: function (response) {
      var why = response.json && response.json.detail;
      this.fill(why ? '<p>' + html(why) + '</p>' : this.said('ttdn.dashlet.failed'));
    },

    said: function (key) {
      return '<p>' + html(this.msg(key)) + '</p>';
    },

    fill: function (content) {
      document.getElementById(this.id + '-list').innerHTML = content;
    },

    entry: function (address, title, about, due, late) {
      var day = due.split('-').reverse().join('/');
      var term = this.msg(late ? 'ttdn.dashlet.late' : 'ttdn.dashlet.due', day);
      return (
        '<div class="detail-list-item"><h4><a class="theme-color-1" href="' +
        html(Alfresco.constants.URL_PAGECONTEXT + address) +
        '">' +
        html(title) +
        '</a></h4><div>' +
        html(about) +
        '</div><div' +
        (late ? ' style="color:#b3261e;font-weight:bold"' : '') +
        '>' +
        html(term) +
        '</div></div>'
      );
    },
  });

  TTDN.MySteps = function (htmlId) {
    return TTDN.MySteps.superclass.constructor.call(this, 'TTDN.MySteps', htmlId);
  };

  YAHOO.extend(TTDN.MySteps, TTDN.Dashlet, {
    source: 'ttdn/v1/tasks',

    line: function (task) {
      var subject = (task.dossier || task.answer).subject;
      var address = 'task-edit?taskId=' + encodeURIComponent('activiti$' + task.id);
      return this.entry(address, subject, task.step.label, task.dueOn, task.late);
    },
  });

  TTDN.OwedAnswers = function (htmlId) {
    return TTDN.OwedAnswers.superclass.constructor.call(this, 'TTDN.OwedAnswers', htmlId);
  };

  YAHOO.extend(TTDN.OwedAnswers, TTDN.Dashlet, {
    source: 'ttdn/v1/answers',

    line: function (answer) {
      var address = 'ttdn-plans#/dossiers/' + encodeURIComponent(answer.dossierId);
      return this.entry(address, answer.asked.name, answer.subject, answer.dueOn, answer.late);
    },
  });
})();
