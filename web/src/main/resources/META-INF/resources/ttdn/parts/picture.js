import { css, html, nothing, svg } from '../base/lit.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { BAND, frame, roundOf } from './frame.js';
import { wrap } from './wrap.js';

const FONT = 14;
const LINE = 18;
/** The size at which a drawing is shown: its names can be read; what is wider is scrolled. */
const SIZE = 0.8;
/** The least length of a stretch that a flow's name can stand by. */
const ROOM = 60;

/**
 * The process as its BPMN file draws it, with the current step highlighted and the visited ones
 * marked: one round at a time, so that its names can be read, or the whole. The drawing is one image
 * to a screen reader; what it says stands beside it as a list, which is what a phone shows too.
 */
export class Picture extends View {
  static properties = {
    /** Which process: the name of its file. */
    process: {},
    /** The round that the dossier is in. */
    round: { type: Number },
    /** BPMN id of the open step; empty once the dossier has ended. */
    current: {},
    /** BPMN ids of the steps that were decided. */
    visited: { attribute: false },
    ended: { type: Boolean },
    picture: { state: true },
    /** The round that is shown; 0 for the whole. */
    shown: { state: true },
  };

  static loadOn = ['ctx', 'process'];

  static styles = [
    controls,
    css`
      .rounds {
        gap: 6px;
        margin-bottom: 10px;
      }

      .rounds button {
        min-height: 32px;
        padding: 3px 12px;
        font-size: 14px;
      }

      .rounds [aria-pressed='true'] {
        border-color: var(--brand);
        background: var(--brand-soft);
        color: var(--brand);
      }

      .rounds [aria-pressed='false'] {
        font-weight: 400;
      }

      .scroll {
        overflow-x: auto;
      }

      .scroll > svg {
        display: block;
        height: auto;
        margin: 0 auto;
        font-family: var(--font);
      }

      .lane rect {
        fill: #fbfcfe;
        stroke: var(--line-strong);
      }

      .band rect {
        fill: var(--brand-soft);
        stroke: var(--line-strong);
      }

      .band text {
        fill: var(--brand);
        font-weight: 600;
      }

      .box,
      .gate {
        fill: var(--paper);
        stroke: var(--line-strong);
        stroke-width: 1.5;
      }

      .event {
        fill: var(--paper);
        stroke: var(--ink-soft);
        stroke-width: 2;
      }

      .event.end {
        stroke-width: 4;
      }

      .visited .box {
        fill: var(--good-soft);
        stroke: var(--good);
      }

      .visited .tick {
        fill: none;
        stroke: var(--good);
        stroke-width: 2.5;
      }

      .current .box {
        fill: #fff7dc;
        stroke: #8a6a00;
        stroke-width: 3.5;
      }

      .reached.event {
        fill: var(--good);
        stroke: var(--good);
      }

      .arrow {
        fill: none;
        stroke: var(--ink-soft);
        stroke-width: 1.5;
      }

      .head {
        fill: var(--ink-soft);
      }

      text {
        fill: var(--ink);
        text-anchor: middle;
      }

      .flow {
        fill: var(--ink);
        paint-order: stroke;
        stroke: #fff;
        stroke-width: 5;
        stroke-linejoin: round;
      }

      ol {
        margin-top: 10px;
        padding-inline-start: 1.4em;
      }

      [aria-current] {
        font-weight: 600;
      }

      @media (min-width: 721px) {
        .scroll > .fitted {
          max-width: 100%;
        }

        ol {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }

      @media (max-width: 720px) {
        .rounds {
          display: none;
        }
      }
    `,
  ];

  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has('round')) {
      this.shown = this.round;
    }
  }

  async load() {
    this.picture = await this.ctx.picture(this.process);
  }

  render() {
    if (!this.picture) {
      return html`${this.waiting()}${this.trouble()}`;
    }
    const { shapes } = this.picture;
    const steps = shapes.filter((shape) => shape.type === 'userTask');
    const current = steps.find((step) => step.id === this.current);
    const rounds = [...new Set(steps.map(roundOf))].filter((round) => round > 0);
    const shown = rounds.length > 1 ? this.shown : 0;
    const label = current
      ? this.t('picture.at', { step: current.name })
      : this.t(this.ended ? 'picture.ended' : 'picture.label');
    return html`${rounds.length > 1 ? this.#rounds(rounds, shown) : nothing}
      <figure data-testid="picture">
        <div class="scroll" role="group" aria-label=${this.t('picture.label')} tabindex="0">
          ${this.#drawing(frame(this.picture, shown), label, rounds.length < 2 || shown > 0)}
        </div>
      </figure>
      <ol id="steps">
        ${steps.map(
          (step) => html`<li aria-current=${step === current ? 'step' : nothing}>
            ${step.name}${this.#standing(step)}
          </li>`,
        )}
      </ol>`;
  }

  #rounds(rounds, shown) {
    const button = (round, text) => html`<button
      type="button"
      data-testid=${`picture-round-${round}`}
      aria-pressed=${round === shown ? 'true' : 'false'}
      @click=${() => {
        this.shown = round;
      }}
    >
      ${text}
    </button>`;
    return html`<div class="row rounds" role="group" aria-label=${this.t('picture.rounds')}>
      ${rounds.map((round) => button(round, this.t('picture.round', { round })))}
      ${button(0, this.t('picture.whole'))}
    </div>`;
  }

  #drawing({ box, lanes, shapes, arrows }, label, fitted) {
    const view = `${box.x} ${box.y} ${box.width} ${box.height}`;
    // The inner one cuts off what leads out of the box; the outer would show it at its sides.
    return html`<svg
      class=${fitted ? 'fitted' : ''}
      width=${Math.round(box.width * SIZE)}
      viewBox=${view}
      role="img"
      aria-label=${label}
      aria-describedby="steps"
    >
      <svg
        role="presentation"
        x=${box.x}
        y=${box.y}
        width=${box.width}
        height=${box.height}
        viewBox=${view}
      >
        ${lanes.map(
          ({ x, y, width, height }) => svg`<g class="lane">
            <rect x=${x} y=${y} width=${width} height=${height}></rect>
          </g>`,
        )}
        ${arrows.map((arrow) => this.#line(arrow))} ${shapes.map((shape) => this.#shape(shape))}
        ${arrows.map((arrow) => this.#flowName(arrow))} ${lanes.map((lane) => this.#band(lane))}
      </svg>
    </svg>`;
  }

  #standing({ id }) {
    if (id === this.current) {
      return html` <span data-testid="picture-current" data-step=${id}>– ${this.t('picture.current')}</span>`;
    }
    return this.visited?.includes(id) ? ` – ${this.t('picture.visited')}` : nothing;
  }

  /** The lane's name stands upright in a band at its left edge, as BPMN draws it. */
  #band({ name, x, y, height }) {
    const cx = x + BAND / 2;
    const cy = y + height / 2;
    const lines = wrap(name, height - 10, FONT - 1, 2);
    const step = lines.fontSize + 2;
    return svg`<g class="band">
      <rect x=${x} y=${y} width=${BAND} height=${height}></rect>
      <g transform="rotate(-90 ${cx} ${cy})" font-size=${lines.fontSize}>
        ${lines.map((line, i) => svg`<text x=${cx} y=${cy + 4.5 + (i - (lines.length - 1) / 2) * step}>${line}</text>`)}
      </g>
    </g>`;
  }

  #shape(shape) {
    switch (shape.type) {
      case 'userTask':
        return this.#step(shape);
      case 'startEvent':
      case 'endEvent':
        return this.#event(shape);
      default:
        return this.#gate(shape);
    }
  }

  #step({ id, name, x, y, width, height }) {
    const current = id === this.current;
    const visited = this.visited?.includes(id);
    const lines = wrap(name, width - 16, FONT, Math.floor((height - 10) / LINE));
    const pitch = lines.fontSize * (LINE / FONT);
    const top = y + height / 2 - ((lines.length - 1) * pitch) / 2 + lines.fontSize * 0.36;
    return svg`<g class=${`step ${current ? 'current' : visited ? 'visited' : ''}`} data-step=${id}>
      <rect class="box" x=${x} y=${y} width=${width} height=${height} rx="6"></rect>
      <g font-size=${lines.fontSize} font-weight=${current ? 600 : 400}>
        ${lines.map((line, i) => svg`<text x=${x + width / 2} y=${top + i * pitch}>${line}</text>`)}
      </g>
      ${
        visited && !current
          ? svg`<path class="tick" d="M${x + width - 14} ${y + 9} l3 4 l6 -7"></path>`
          : nothing
      }
    </g>`;
  }

  #event({ type, name, x, y, width, height }) {
    const reached = type === 'startEvent' || this.ended;
    const r = Math.min(width, height) / 2;
    const classes = `event ${type === 'endEvent' ? 'end' : ''} ${reached ? 'reached' : ''}`;
    return svg`<g>
      <circle class=${classes} cx=${x + width / 2} cy=${y + height / 2} r=${r}></circle>
      ${this.#below(name, x + width / 2, y + height)}
    </g>`;
  }

  #gate({ name, x, y, width, height }) {
    const cx = x + width / 2;
    const cy = y + height / 2;
    const points = `${cx},${y} ${x + width},${cy} ${cx},${y + height} ${x},${cy}`;
    return svg`<g><polygon class="gate" points=${points}></polygon>${this.#below(name, cx, y + height)}</g>`;
  }

  #below(name, cx, bottom) {
    if (!name) {
      return nothing;
    }
    const lines = wrap(name, 130, FONT - 1, 2);
    return svg`<g font-size=${lines.fontSize}>
      ${lines.map((line, i) => svg`<text class="flow" x=${cx} y=${bottom + 16 + i * 16}>${line}</text>`)}
    </g>`;
  }

  #line({ points }) {
    const end = points[points.length - 1];
    const before = points[points.length - 2];
    const angle = (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI;
    return svg`<g>
      <polyline class="arrow" points=${points.map((p) => `${p.x},${p.y}`).join(' ')}></polyline>
      <path class="head" d="M0 0 L-10 -4.5 L-10 4.5 z" transform="translate(${end.x} ${end.y}) rotate(${angle})"></path>
    </g>`;
  }

  /**
   * A flow's name stands by the first stretch that is long enough for it: above a level one, across
   * any other.
   */
  #flowName({ name, points }) {
    if (!name) {
      return nothing;
    }
    const stretches = points.slice(1).map((b, i) => ({ a: points[i], b }));
    const length = ({ a, b }) => Math.hypot(b.x - a.x, b.y - a.y);
    const { a, b } =
      stretches.find((one) => length(one) >= ROOM) ??
      stretches.reduce((best, one) => (length(one) > length(best) ? one : best));
    const y = (a.y + b.y) / 2 + (a.y === b.y ? -6 : 4);
    return svg`<text class="flow" font-size=${FONT - 1} x=${(a.x + b.x) / 2} y=${y}>${name}</text>`;
  }
}
