import { css, html, ifDefined, live, nothing } from './lit.js';
import { typedDay, writtenDay } from './days.js';

/**
 * A problem at the field that it names, in the same shadow root as the input, which points at it
 * with `aria-describedby="<field>-fault"`.
 */
export function fault(field, problem) {
  return problem?.field === field
    ? html`<p class="fault" id=${`${field}-fault`} role="alert" data-testid="problem" data-field=${field}>
        <strong>${problem.title}.</strong> ${problem.detail} ${problem.remedy}
      </p>`
    : nothing;
}

/**
 * Inputs with their label, hint and, where the server refused one, its problem below it. They are
 * templates and not elements, because a label and its input have to be in one shadow root.
 *
 * What all of them take:
 * - `id`: the input's id, its test id `field-<id>` and the `field` of a problem
 * - `label`, `hint`: texts
 * - `value`, and `on(value)`, called with what was typed
 * - `refused`: the problem of the form, if there is one
 * - `required`, `disabled`
 */
const about = ({ id, hint, refused }) => {
  const bad = refused?.field === id;
  return {
    invalid: bad ? 'true' : undefined,
    described: [hint ? `${id}-hint` : '', bad ? `${id}-fault` : ''].filter(Boolean).join(' ') || undefined,
  };
};

const label = ({ id, label: text, hint }) =>
  html`<label for=${id}>${text} ${hint ? html`<span class="hint" id=${`${id}-hint`}>${hint}</span>` : nothing}</label>`;

export function textField(field) {
  const { id, value, on, refused, required, disabled, most = 200, list, numeric, kind = '' } = field;
  const { invalid, described } = about(field);
  return html`<div class="field ${kind}">
    ${label(field)}
    <input
      id=${id}
      data-testid=${`field-${id}`}
      maxlength=${most}
      inputmode=${ifDefined(numeric ? 'numeric' : undefined)}
      list=${ifDefined(list)}
      autocomplete="off"
      ?required=${required}
      ?disabled=${disabled}
      aria-invalid=${ifDefined(invalid)}
      aria-describedby=${ifDefined(described)}
      .value=${live(value)}
      @input=${(event) => on(event.target.value)}
    />
    ${fault(id, refused)}
  </div>`;
}

export function areaField(field) {
  const { id, value, on, refused, required, rows = 3, most = 4000, kind = '' } = field;
  const { invalid, described } = about(field);
  return html`<div class="field ${kind}">
    ${label(field)}
    <textarea
      id=${id}
      data-testid=${`field-${id}`}
      rows=${rows}
      maxlength=${most}
      ?required=${required}
      aria-invalid=${ifDefined(invalid)}
      aria-describedby=${ifDefined(described)}
      .value=${live(value)}
      @input=${(event) => on(event.target.value)}
    ></textarea>
    ${fault(id, refused)}
  </div>`;
}

/** `options` are pairs of value and text. */
export function selectField(field) {
  const { id, value, on, refused, required, disabled, options, kind = '' } = field;
  const { invalid, described } = about(field);
  return html`<div class="field ${kind}">
    ${label(field)}
    <select
      id=${id}
      data-testid=${`field-${id}`}
      ?required=${required}
      ?disabled=${disabled}
      aria-invalid=${ifDefined(invalid)}
      aria-describedby=${ifDefined(described)}
      @change=${(event) => on(event.target.value)}
    >
      ${options.map(
        ([code, text]) => html`<option value=${code} .selected=${code === value}>${text}</option>`,
      )}
    </select>
    ${fault(id, refused)}
  </div>`;
}

/**
 * A day, typed as dd/mm/yyyy whatever the browser's language, or picked. The value is the
 * contract's `2026-11-23`, or what was typed if that is no day.
 *
 * @param pick the name of the button that opens the calendar
 */
export function dayField(field) {
  const { id, value, on, refused, required, pick, kind = '' } = field;
  const { invalid, described } = about(field);
  return html`<div class="field day ${kind}">
    ${label(field)}
    <div class="typed">
      <input
        id=${id}
        data-testid=${`field-${id}`}
        inputmode="numeric"
        maxlength="10"
        placeholder="dd/mm/yyyy"
        autocomplete="off"
        ?required=${required}
        aria-invalid=${ifDefined(invalid)}
        aria-describedby=${ifDefined(described)}
        .value=${live(writtenDay(value))}
        @input=${(event) => on(event.target.value)}
        @change=${(event) => on(typedDay(event.target.value))}
      />
      <button type="button" class="pick" aria-label=${`${pick}: ${field.label}`} @click=${open}>
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <path
            fill="none"
            stroke="currentColor"
            stroke-width="1.6"
            d="M3 5h14v12H3zM3 9h14M7 2.5v4M13 2.5v4"
          ></path>
        </svg>
      </button>
      <input
        type="date"
        class="calendar"
        tabindex="-1"
        aria-hidden="true"
        .value=${/^\d{4}-/.test(value) ? value : ''}
        @change=${(event) => on(event.target.value)}
      />
    </div>
    ${fault(id, refused)}
  </div>`;
}

function open(event) {
  event.currentTarget.parentNode.querySelector('.calendar').showPicker();
}

/** Puts the focus where the refused input is. */
export async function focusFault(element) {
  await element.updateComplete;
  element.renderRoot.querySelector('[aria-invalid="true"]')?.focus();
}

/** What day fields and rows of fields look like. */
export const fieldStyles = css`
  .typed {
    position: relative;
    display: flex;
    max-width: 200px;
  }

  .typed > input:not(.calendar) {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .typed .pick {
    flex: none;
    padding: 7px 10px;
    border-inline-start: 0;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    color: var(--brand);
  }

  .typed .calendar {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    width: 1px;
    min-height: 0;
    height: 1px;
    padding: 0;
    border: 0;
    opacity: 0;
    pointer-events: none;
  }

  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }

  .pair > .field {
    flex: 1 1 180px;
  }
`;
