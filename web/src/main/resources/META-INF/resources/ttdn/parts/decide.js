import { css, html, ifDefined, live, nothing } from '../base/lit.js';
import { path } from '../base/api.js';
import { writtenDay } from '../base/days.js';
import { fault } from '../base/fields.js';
import { hash } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { Issue } from './issue.js';
import { standing } from './due.js';

/**
 * Decides the open task: one button an outcome, the forward one first. A return needs a reason; an
 * issue is asked for once more, because its number cannot be taken back.
 */
export class Decide extends View {
  static properties = {
    dossier: { attribute: false },
    comment: { state: true },
    refused: { state: true },
    busy: { state: true },
  };

  static loadOn = [];

  static styles = [
    controls,
    css`
      .card {
        border-top: 4px solid var(--gold);
      }

      .clause {
        margin-bottom: 4px;
      }

      .due {
        margin-bottom: 12px;
      }

      ul {
        margin: 0 0 14px;
        padding-inline-start: 1.3em;
      }

      .note {
        margin-bottom: 14px;
        padding: 8px 12px;
        border-inline-start: 4px solid var(--gold);
        background: var(--warn-soft);
      }
    `,
  ];

  constructor() {
    super();
    this.comment = '';
    this.refused = null;
    this.busy = false;
  }

  get #issue() {
    return this.renderRoot.querySelector('ttdn-issue');
  }

  async #decide(outcome) {
    if (this.busy) {
      return;
    }
    this.refused = null;
    if (outcome.needsReason && this.comment.trim() === '') {
      this.#refuse(this.#own('comment', 'decide.reason'));
      return;
    }
    const issues = outcome.code === 'issued';
    if (issues && this.dossier.state.code === 'MINISTRY_ISSUING' && !this.#issue.body.number) {
      this.#refuse(this.#own('number', 'decide.number'));
      return;
    }
    if (issues && !(await this.#confirmed())) {
      return;
    }
    const { task } = this.dossier;
    this.busy = true;
    try {
      const after = await this.ctx.api.post(path`/tasks/${task.id}/decision`, {
        outcome: outcome.code,
        comment: this.comment,
        ...(issues ? this.#issue.body : {}),
      });
      this.comment = '';
      this.#tell(outcome, task, after);
      this.ctx.countTasks();
      this.changed({ decided: true });
    } catch (failure) {
      if (!failure.title) {
        throw failure;
      }
      this.#refuse(failure);
    } finally {
      this.busy = false;
    }
  }

  #own(field, key) {
    const part = (name) => this.t(`${key}.${name}`);
    return { field, title: part('title'), detail: part('detail'), remedy: part('remedy') };
  }

  async #refuse(problem) {
    this.refused = problem;
    await this.updateComplete;
    if (problem.field === 'comment') {
      this.renderRoot.querySelector('textarea').focus();
    }
  }

  #tell(outcome, task, after) {
    const record = after.records
      .filter((one) => one.register?.kind.code === task.issues?.code)
      .sort((a, b) => (a.frozenAt < b.frozenAt ? 1 : -1))[0];
    if (outcome.code === 'issued' && record) {
      this.ctx.say(
        this.t('decide.issued', { kind: task.issues.label, symbol: record.register.symbol }),
        {
          link: { href: hash(['records', record.id]), text: this.t('decide.toRecord') },
          stays: true,
        },
      );
      return;
    }
    this.ctx.say(
      this.t('decide.done', {
        clause: task.step.clause,
        outcome: outcome.label,
        state: after.state.label,
      }),
      { stays: true },
    );
  }

  #confirmed() {
    const { dossier } = this;
    const { issues } = dossier.task;
    const { body } = this.#issue;
    const of = (signed) =>
      dossier.documents.find((one) => one.kind.code === issues.code && one.signed === signed);
    const file = of(true) ?? of(false);
    const to = issues.code === 'SUBMISSION_SLIP' ? [] : dossier.addressees;
    return this.renderRoot.querySelector('ttdn-confirm').ask({
      title: this.t('decide.confirm.title', { kind: issues.label }),
      text: this.t(body.number ? 'decide.confirm.ministry' : 'decide.confirm.text'),
      facts: [
        [this.t('field.subject'), dossier.subject],
        [this.t('issue.number'), body.number],
        [this.t('issue.issuedOn'), writtenDay(body.issuedOn)],
        [this.t('field.file'), file && `${file.name} (v${file.version})`],
        [this.t('field.signer'), [body.signerName, body.signerPosition].filter(Boolean).join(', ')],
        [this.t('field.addressees'), to.map((one) => one.name).join('; ')],
        [this.t('issue.difference'), body.difference],
      ],
      action: this.t(body.number ? 'decide.confirm.enter' : 'decide.confirm.action'),
    });
  }

  render() {
    const { dossier, refused, comment } = this;
    const { task } = dossier;
    const returns = task.outcomes.some((outcome) => outcome.needsReason);
    const issues = task.outcomes.some((outcome) => outcome.code === 'issued');
    const atComment = refused?.field === 'comment';
    const atIssue = issues && Issue.fields.includes(refused?.field);
    return html`<section class="card" aria-labelledby="title" data-testid="decide">
      <h2 id="title">${this.t('decide.title')}</h2>
      <p class="clause"><span class="soft">${task.step.clause}</span> ${task.step.label}</p>
      <p class="due">
        ${this.t('decide.due', { day: this.ctx.format.date(task.dueOn) })}
        ${standing(this.ctx, task.dueOn, task.late && task.dueOn < this.ctx.today())}
      </p>
      ${this.#lacks()} ${this.#without()}
      ${issues
        ? html`<ttdn-issue
            .ctx=${this.ctx}
            .dossier=${dossier}
            .refused=${atIssue ? refused : null}
            @ttdn-changed=${() => {
              // Another signed file: what was refused of the last one is over.
              this.refused = null;
            }}
          ></ttdn-issue>`
        : nothing}
      <div class="field">
        <label for="comment">
          ${this.t('decide.comment')}
          ${returns ? html`<span class="hint">${this.t('decide.comment.hint')}</span>` : nothing}
        </label>
        <textarea
          id="comment"
          data-testid="decision-comment"
          rows="2"
          maxlength="4000"
          .value=${live(comment)}
          aria-invalid=${ifDefined(atComment ? 'true' : undefined)}
          aria-describedby=${ifDefined(atComment ? 'comment-fault' : undefined)}
          @input=${(event) => {
            this.comment = event.target.value;
          }}
        ></textarea>
        ${fault('comment', refused)}
      </div>
      ${refused && !atComment && !atIssue ? this.#refusal(refused) : nothing}
      <div class="row" role="group" aria-labelledby="title">
        ${task.outcomes.map(
          (outcome) => html`<button
            class=${outcome.needsReason ? 'danger' : 'primary'}
            data-testid=${`decide-${outcome.code}`}
            aria-disabled=${this.busy ? 'true' : 'false'}
            @click=${() => this.#decide(outcome)}
          >
            ${outcome.label}
          </button>`,
        )}
      </div>
      <ttdn-confirm .ctx=${this.ctx}></ttdn-confirm>
    </section>`;
  }

  get #drafts() {
    return this.dossier.task.outcomes.some((outcome) => outcome.code === 'submitted');
  }

  /** What a draft still lacks, told before the server has to refuse it. */
  #lacks() {
    const { dossier } = this;
    if (!this.#drafts) {
      return nothing;
    }
    const lacks = dossier.needed
      .filter((one) => !one.there)
      .map((one) => html`<li>${this.t('decide.lacks.document', { kind: one.kind.label })}</li>`);
    if (dossier.addressees.length === 0) {
      lacks.push(
        html`<li>
          ${this.t('decide.lacks.addressees')}
          <a href=${hash(['dossiers', dossier.id, 'edit'])}>${this.t('dossier.edit')}</a>
        </li>`,
      );
    }
    return lacks.length === 0
      ? nothing
      : html`<p>${this.t('decide.lacks')}</p>
          <ul data-testid="lacks">
            ${lacks}
          </ul>`;
  }

  /** Going on without an answer is allowed, and the dossier says so. */
  #without() {
    const missing = this.dossier.withoutAnswer ?? [];
    return this.#drafts && missing.length > 0
      ? html`<p class="note" data-testid="without">
          ${this.t('decide.without', { count: missing.length, names: missing.join('; ') })}
        </p>`
      : nothing;
  }

  #refusal(problem) {
    const stale = problem.status === 409 || problem.status === 404;
    return html`<ttdn-problem .ctx=${this.ctx} .problem=${problem}>
      ${stale
        ? html`<button
            class="quiet"
            data-testid="reload"
            @click=${() => {
              this.refused = null;
              this.ctx.countTasks();
              this.changed();
            }}
          >
            ${this.t('decide.reload')}
          </button>`
        : nothing}
    </ttdn-problem>`;
  }
}
