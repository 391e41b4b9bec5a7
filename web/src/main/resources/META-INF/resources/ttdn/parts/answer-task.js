import { css, html, live, nothing } from '../base/lit.js';
import { path } from '../base/api.js';
import { fault } from '../base/fields.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';

/**
 * Decides an answer's open task: the asked unit gives it, with a file or in one click without
 * comment; the Specialist says whether it is as asked.
 */
export class AnswerTask extends View {
  static properties = {
    answer: { attribute: false },
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

      .reason {
        margin-bottom: 14px;
        padding: 8px 12px;
        border-inline-start: 4px solid var(--danger);
        background: var(--danger-soft);
        white-space: pre-line;
        overflow-wrap: anywhere;
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
    const { task } = this.answer;
    if (outcome.needsReason && this.comment.trim() === '') {
      this.#refuse({ field: 'comment', ...this.#texts('answer.reason') });
      return;
    }
    this.busy = true;
    try {
      const body = { outcome: outcome.code, comment: this.comment };
      const after = await this.ctx.api.post(path`/tasks/${task.id}/decision`, body);
      this.comment = '';
      this.ctx.say(this.t('answer.done', { outcome: outcome.label, state: after.state.label }));
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

  #texts(key) {
    const part = (name) => this.t(`${key}.${name}`);
    return { title: part('title'), detail: part('detail'), remedy: part('remedy') };
  }

  async #refuse(problem) {
    this.refused = problem;
    await this.updateComplete;
    const at = { comment: 'textarea', file: 'ttdn-upload' }[problem.field];
    if (at) {
      this.renderRoot.querySelector(at)?.focus();
    }
  }

  render() {
    const { task } = this.answer;
    return task.outcomes.some((one) => one.code === 'answered') ? this.#give(task) : this.#examine(task);
  }

  /** A unit's own answer: a file, or one click. The clerk says who told him that there is none. */
  #give(task) {
    const { answer } = this;
    const outside = answer.mayRegister;
    const outcome = (code) => task.outcomes.find((one) => one.code === code);
    const button = (code, kind) => html`<button
      class=${kind}
      data-testid=${`decide-${code}`}
      aria-disabled=${this.busy ? 'true' : 'false'}
      @click=${() => this.#decide(outcome(code))}
    >
      ${outcome(code).label}
    </button>`;
    return html`<section class="card" aria-labelledby="todo" data-testid="decide">
      <h2 id="todo">${this.t(outside ? 'answer.told' : 'answer.give')}</h2>
      ${this.#returned()}
      ${outside
        ? html`<p class="field">${this.t('answer.told.text')}</p>`
        : html`<div class="field">
            <ttdn-upload
              .ctx=${this.ctx}
              .route=${path`/answers/${answer.id}/file`}
              .name=${'answer'}
              .label=${this.t(answer.versions.length > 0 ? 'upload.next' : 'answer.file')}
              @ttdn-uploaded=${(event) => {
                const { name, version } = event.detail;
                this.ctx.say(this.t('upload.done', { name, version }));
                this.refused = null;
                this.changed();
              }}
            ></ttdn-upload>
            ${fault('file', this.refused)}
          </div>`}
      ${this.#comment(this.t(outside ? 'answer.source' : 'answer.comment'))}
      <div class="row">
        ${outside ? nothing : button('answered', 'primary')} ${button('noComment', outside ? 'primary' : '')}
      </div>
    </section>`;
  }

  #examine(task) {
    return html`<section class="card" aria-labelledby="todo" data-testid="decide">
      <h2 id="todo">${this.t('answer.examine')}</h2>
      ${this.#comment(html`${this.t('decide.comment')} <span class="hint">${this.t('answer.examine.hint')}</span>`)}
      <div class="row">
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
    </section>`;
  }

  #returned() {
    const { state, reason } = this.answer;
    return state.code === 'NOT_AS_ASKED'
      ? html`<p class="reason" data-testid="returned"><strong>${state.label}:</strong> ${reason}</p>`
      : nothing;
  }

  #comment(label) {
    const { refused } = this;
    const bad = refused?.field === 'comment';
    return html`<div class="field">
        <label for="comment">${label}</label>
        <textarea
          id="comment"
          rows="2"
          maxlength="4000"
          data-testid="decision-comment"
          .value=${live(this.comment)}
          aria-invalid=${bad ? 'true' : nothing}
          aria-describedby=${bad ? 'comment-fault' : nothing}
          @input=${(event) => {
            this.comment = event.target.value;
          }}
        ></textarea>
        ${fault('comment', refused)}
      </div>
      ${refused && !['comment', 'file'].includes(refused.field)
        ? html`<ttdn-problem .ctx=${this.ctx} .problem=${refused}>
            <button
              class="quiet"
              data-testid="reload"
              @click=${() => {
                this.refused = null;
                this.ctx.countTasks();
                this.changed();
              }}
            >
              ${this.t('answer.reload')}
            </button>
          </ttdn-problem>`
        : nothing}`;
  }
}
