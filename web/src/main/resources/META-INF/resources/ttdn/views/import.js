import { css, html, nothing } from '../base/lit.js';
import { hash } from '../base/route.js';
import { save } from '../base/save.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';

/** How many of the dossiers that were taken in are named. */
const SHOWN = 50;

/**
 * Going live: the template, a dry run that says what is wrong with which cell, and only for a file
 * without an error the button that takes it in.
 */
export class Import extends View {
  static properties = {
    /** What came of the file that is there now; null while none is. */
    result: { state: true },
    /** The dossiers that were taken in, newest first. */
    taken: { state: true },
    refused: { state: true },
    busy: { state: true },
  };

  static styles = [
    controls,
    css`
      h1 {
        margin-bottom: 6px;
      }

      .about {
        max-width: 90ch;
        margin-bottom: 14px;
      }

      .steps {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 16px;
        margin-bottom: 16px;
      }

      .card p {
        margin-bottom: 10px;
      }

      .errors h2 {
        margin-bottom: 2px;
        color: var(--danger);
      }

      .errors .sheet {
        margin-top: 10px;
      }

      .value {
        max-width: 260px;
      }

      .more {
        margin-top: 8px;
      }

      ul {
        margin-bottom: 12px;
        padding-inline-start: 1.3em;
      }

      @media (max-width: 720px) {
        .steps {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.result = null;
    this.taken = [];
    this.refused = null;
    this.busy = false;
  }

  heading() {
    return this.t('import.title');
  }

  get #upload() {
    return this.renderRoot.querySelector('ttdn-upload');
  }

  async #try(work) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.refused = null;
    try {
      await work();
    } catch (failure) {
      if (!failure.title) {
        throw failure;
      }
      this.refused = failure;
    } finally {
      this.busy = false;
    }
  }

  #template(event) {
    return this.#try(() =>
      save(this.ctx, event, '/import/template', { name: 'tiep-nhan-ho-so.xlsx' }),
    );
  }

  #picked() {
    this.result = null;
    this.refused = null;
  }

  async #tried(event) {
    this.result = event.detail;
    await this.updateComplete;
    this.renderRoot.querySelector('#outcome')?.focus();
  }

  async #take() {
    const { dossiers, lastNumbers } = this.result;
    const { t, format } = this.ctx;
    const sure = await this.renderRoot.querySelector('ttdn-confirm').ask({
      title: t('import.confirm.title'),
      text: t('import.confirm.text'),
      facts: [
        [t('import.confirm.file'), this.#upload.file.name],
        [t('import.confirm.dossiers'), format.number(dossiers)],
        [t('import.confirm.numbers'), format.number(lastNumbers)],
      ],
      action: t('import.take'),
    });
    if (!sure) {
      return;
    }
    await this.#try(async () => {
      const done = await this.#upload.send({}, { dryRun: 'false' });
      if (done?.clean) {
        this.ctx.countTasks();
        await this.#name(done);
      }
    });
  }

  /** The newest dossiers are those that were taken in just now. */
  async #name({ taken }) {
    const ids = new Set(taken);
    const { items } = await this.ctx.api.get('/dossiers', {
      query: { limit: Math.min(taken.length, SHOWN) },
    });
    this.taken = items.filter((one) => ids.has(one.id));
  }

  render() {
    const { t, api } = this.ctx;
    const done = this.result && !this.result.dryRun && this.result.clean;
    return html`<h1 tabindex="-1">${t('import.title')}</h1>
      <p class="soft about">${t('import.about')}</p>
      ${this.refused
        ? html`<ttdn-problem .ctx=${this.ctx} .problem=${this.refused}></ttdn-problem>`
        : nothing}
      <div class="steps">
        <section class="card" aria-labelledby="template">
          <h2 id="template">${t('import.step.template')}</h2>
          <p>${t('import.template.text')}</p>
          <a
            class="button"
            data-testid="template"
            href=${api.url('/import/template')}
            download
            @click=${this.#template}
            >${t('import.template')}</a
          >
        </section>
        <section class="card" aria-labelledby="try">
          <h2 id="try">${t('import.step.try')}</h2>
          <p>${t('import.try.text')}</p>
          <ttdn-upload
            .ctx=${this.ctx}
            .route=${'/import'}
            .name=${'import'}
            .takes=${'.xlsx'}
            .label=${t('import.file')}
            .keeps=${true}
            @ttdn-picked=${this.#picked}
            @ttdn-uploaded=${this.#tried}
          ></ttdn-upload>
        </section>
      </div>
      ${this.result ? (done ? this.#done() : this.#outcome()) : nothing}
      <ttdn-confirm .ctx=${this.ctx}></ttdn-confirm>`;
  }

  #outcome() {
    const { t, format } = this.ctx;
    const { clean, dossiers, lastNumbers } = this.result;
    if (!clean) {
      return this.#errors();
    }
    const nothingIn = dossiers + lastNumbers === 0;
    return html`<section class="card" aria-labelledby="outcome" data-testid="clean">
      <h2 id="outcome" tabindex="-1">${t('import.step.take')}</h2>
      <p>
        ${nothingIn
          ? t('import.empty')
          : t('import.clean', {
              dossiers: format.number(dossiers),
              numbers: format.number(lastNumbers),
            })}
      </p>
      ${nothingIn
        ? nothing
        : html`<button
            class="primary"
            data-testid="take"
            aria-disabled=${this.busy ? 'true' : 'false'}
            @click=${this.#take}
          >
            ${t('import.take')}
          </button>`}
    </section>`;
  }

  #errors() {
    const { t, format } = this.ctx;
    const { errors, more } = this.result;
    return html`<section class="errors" aria-labelledby="outcome" data-testid="errors">
      <h2 id="outcome" tabindex="-1">
        ${t('import.step.errors', { count: format.number(errors.length) })}
      </h2>
      <p>${t('import.errors.text')}</p>
      <div class="sheet">
        <table class="stack" role="table">
          <caption class="hidden">${t('import.step.errors', { count: format.number(errors.length) })}</caption>
          <thead role="rowgroup">
            <tr role="row">
              ${['sheet', 'cell', 'value', 'words'].map(
                (name) => html`<th scope="col" role="columnheader">${t(`import.${name}`)}</th>`,
              )}
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${errors.map(
              (one) => html`<tr role="row" data-testid="cell-error" data-code=${one.code}>
                <td role="cell" class="typed" data-label=${t('import.sheet')}>${one.sheet}</td>
                <td role="cell" data-label=${t('import.cell')}><strong>${one.cell || '–'}</strong></td>
                <td role="cell" class="typed value" data-label=${t('import.value')}>${one.value || '–'}</td>
                <td role="cell" class="typed">${one.text}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${more ? html`<p class="more" data-testid="more-errors">${more}</p>` : nothing}
    </section>`;
  }

  #done() {
    const { t, format } = this.ctx;
    const { taken, dossiers, lastNumbers } = this.result;
    const others = taken.length - this.taken.length;
    return html`<section class="card" aria-labelledby="outcome" data-testid="done">
      <h2 id="outcome" tabindex="-1">
        ${t('import.done', {
          dossiers: format.number(dossiers),
          numbers: format.number(lastNumbers),
        })}
      </h2>
      ${this.taken.length > 0
        ? html`<ul>
            ${this.taken.map(
              (one) => html`<li data-testid="taken">
                <a href=${hash(['dossiers', one.id])}>${one.subject}</a>
                <span class="soft">${one.drafter.fullName}, ${one.unit.name}</span>
              </li>`,
            )}
            ${others > 0
              ? html`<li>${t('import.taken.more', { count: format.number(others) })}</li>`
              : nothing}
          </ul>`
        : nothing}
      <div class="row">
        <a class="button" href=${hash(['dossiers'])}>${t('import.toDossiers')}</a>
        ${lastNumbers > 0
          ? html`<a class="button" href=${hash(['register'])}>${t('import.toRegister')}</a>`
          : nothing}
      </div>
    </section>`;
  }
}
