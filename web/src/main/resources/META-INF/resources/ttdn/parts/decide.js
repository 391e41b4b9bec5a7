import { css, html, ifDefined, live, nothing } from '../base/lit.js';
import { path } from '../base/api.js';
import { hash } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { fault } from './problem.js';

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
        margin-bottom: 12px;
      }

      ul {
        margin: 0 0 14px;
        padding-inline-start: 1.3em;
      }
    `,
  ];

  constructor() {
    super();
    this.comment = '';
    this.refused = null;
    this.busy = false;
  }

  async #decide(outcome) {
    if (this.busy) {
      return;
    }
    this.refused = null;
    if (outcome.needsReason && this.comment.trim() === '') {
      this.#refuse({
        field: 'comment',
        title: this.t('decide.reason.title'),
        detail: this.t('decide.reason.detail'),
        remedy: this.t('decide.reason.remedy'),
      });
      return;
    }
    if (outcome.code === 'issued' && !(await this.#confirmed())) {
      return;
    }
    const { task } = this.dossier;
    this.busy = true;
    try {
      const after = await this.ctx.api.post(path`/tasks/${task.id}/decision`, {
        outcome: outcome.code,
        comment: this.comment,
      });
      this.comment = '';
      this.#tell(outcome, task.step, after);
      this.ctx.countTasks();
      this.dispatchEvent(
        new CustomEvent('ttdn-changed', { bubbles: true, composed: true, detail: { decided: true } }),
      );
    } catch (failure) {
      if (!failure.title) {
        throw failure;
      }
      this.#refuse(failure);
    } finally {
      this.busy = false;
    }
  }

  async #refuse(problem) {
    this.refused = problem;
    await this.updateComplete;
    if (problem.field === 'comment') {
      this.renderRoot.querySelector('textarea').focus();
    }
  }

  #tell(outcome, step, after) {
    const record = after.records[0];
    if (outcome.code === 'issued' && record?.register) {
      this.ctx.say(this.t('decide.issued', { symbol: record.register.symbol }), {
        link: { href: hash(['records', record.id]), text: this.t('decide.toRecord') },
        stays: true,
      });
      return;
    }
    this.ctx.say(
      this.t('decide.done', { clause: step.clause, outcome: outcome.label, state: after.state.label }),
      { stays: true },
    );
  }

  #confirmed() {
    const { dossier } = this;
    const letter = dossier.documents[0];
    return this.renderRoot.querySelector('ttdn-confirm').ask({
      title: this.t('decide.confirm.title'),
      text: this.t('decide.confirm.text'),
      facts: [
        [this.t('field.subject'), dossier.subject],
        [this.t('field.file'), letter && `${letter.name} (v${letter.version})`],
        [this.t('field.addressees'), dossier.addressees.map((one) => one.name).join('; ')],
      ],
      action: this.t('decide.confirm.action'),
    });
  }

  render() {
    const { dossier, refused, comment } = this;
    const { task } = dossier;
    const returns = task.outcomes.some((outcome) => outcome.needsReason);
    const atComment = refused?.field === 'comment';
    return html`<section class="card" aria-labelledby="title" data-testid="decide">
      <h2 id="title">${this.t('decide.title')}</h2>
      <p class="clause"><span class="soft">${task.step.clause}</span> ${task.step.label}</p>
      ${this.#missing()}
      <div class="field">
        <label for="comment">
          ${this.t('decide.comment')}
          ${returns ? html`<span class="hint">${this.t('decide.comment.hint')}</span>` : nothing}
        </label>
        <textarea
          id="comment"
          data-testid="decision-comment"
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
      ${refused && !atComment ? this.#refusal(refused) : nothing}
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

  /** What a draft still lacks, told before the server has to refuse it. */
  #missing() {
    const { dossier } = this;
    if (!dossier.task.outcomes.some((outcome) => outcome.code === 'submitted')) {
      return nothing;
    }
    const lacks = [];
    if (dossier.documents.length === 0) {
      lacks.push(html`<li>${this.t('decide.lacks.letter')}</li>`);
    }
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
              this.dispatchEvent(new CustomEvent('ttdn-changed', { bubbles: true, composed: true }));
            }}
          >
            ${this.t('decide.reload')}
          </button>`
        : nothing}
    </ttdn-problem>`;
  }
}
