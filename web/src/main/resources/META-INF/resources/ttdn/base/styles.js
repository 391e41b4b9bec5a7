import { css } from './lit.js';

/**
 * Colours and measures, as custom properties of the app's host: they reach every part below it and
 * nothing of the page around it. Pixels, not rem: inside Share the root's font size is not ours.
 * Every pair of text and ground keeps at least 4.5:1 (WCAG 2.2 AA), borders of inputs 3:1.
 */
export const tokens = css`
  :host {
    --ink: #1b2733;
    --ink-soft: #4d5c6b;
    --line: #d8dfe7;
    --line-strong: #75869a;
    --ground: #f3f5f8;
    --paper: #ffffff;
    --brand: #0d3b66;
    --brand-deep: #092b4b;
    --brand-soft: #e6eef6;
    --gold: #c9a227;
    --danger: #a3171c;
    --danger-soft: #fcefee;
    --good: #1b6a3a;
    --good-soft: #e8f4ec;
    --warn-soft: #fdf6df;
    --focus: #b35900;
    --radius: 6px;
    --font: 'Segoe UI', 'Noto Sans', Roboto, 'Helvetica Neue', Arial, sans-serif;
    --mono: ui-monospace, 'Cascadia Mono', Consolas, 'Noto Sans Mono', monospace;
  }
`;

/** Text, links, buttons, inputs, tables and cards, for every shadow root of ours. */
export const controls = css`
  :host {
    display: block;
    color: var(--ink);
    font: 15px/1.5 var(--font);
    text-align: start;
    overflow-wrap: anywhere;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ol,
  ul,
  figure {
    margin: 0;
    padding: 0;
  }

  h1 {
    font-size: 24px;
    font-weight: 600;
    line-height: 1.3;
    letter-spacing: -0.005em;
  }

  h1:focus {
    outline: none;
  }

  h2 {
    font-size: 17px;
    font-weight: 600;
  }

  h3 {
    font-size: 15px;
    font-weight: 600;
  }

  a {
    color: var(--brand);
    text-underline-offset: 3px;
    overflow-wrap: anywhere;
  }

  a:hover {
    color: var(--brand-deep);
    text-decoration-thickness: 2px;
  }

  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
    border-radius: 3px;
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 40px;
    padding: 7px 16px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    overflow-wrap: normal;
    cursor: pointer;
    transition: background-color 120ms, border-color 120ms;
  }

  button:hover,
  .button:hover {
    background: var(--brand-soft);
    border-color: var(--brand);
  }

  .primary {
    border-color: var(--brand);
    background: var(--brand);
    color: #fff;
  }

  .primary:hover {
    background: var(--brand-deep);
    color: #fff;
  }

  .danger {
    border-color: var(--danger);
    color: var(--danger);
  }

  .danger:hover {
    border-color: var(--danger);
    background: var(--danger-soft);
  }

  .quiet {
    min-height: 34px;
    padding: 4px 10px;
    border-color: transparent;
    background: none;
    color: var(--brand);
  }

  button:disabled {
    opacity: 0.6;
    cursor: default;
  }

  label,
  .label {
    display: block;
    margin-bottom: 4px;
    font-weight: 600;
  }

  .hint {
    color: var(--ink-soft);
    font-size: 14px;
    font-weight: 400;
  }

  input:not([type='file']),
  select,
  textarea {
    width: 100%;
    min-height: 40px;
    padding: 7px 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    font: inherit;
  }

  textarea {
    display: block;
    min-height: 84px;
    resize: vertical;
  }

  [aria-invalid='true']:not(button) {
    border-color: var(--danger);
    box-shadow: 0 0 0 1px var(--danger);
  }

  .field {
    margin-bottom: 16px;
  }

  .fault {
    margin-top: 6px;
    color: var(--danger);
    font-size: 14px;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
  }

  .spread {
    justify-content: space-between;
  }

  .card {
    padding: 16px 20px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--paper);
  }

  .card > h2 {
    margin-bottom: 12px;
  }

  .soft {
    color: var(--ink-soft);
  }

  .mono {
    font-family: var(--mono);
    font-size: 13px;
    overflow-wrap: anywhere;
  }

  .nowrap {
    white-space: nowrap;
  }

  .waiting,
  .empty {
    padding: 24px 4px;
    color: var(--ink-soft);
  }

  .card.empty {
    padding-inline: 20px;
  }

  .chip {
    white-space: nowrap;
    display: inline-block;
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--brand-soft);
    color: var(--brand);
    font-size: 13px;
    font-weight: 600;
  }

  .chip.ISSUED,
  .chip.good {
    background: var(--good-soft);
    color: var(--good);
  }

  .chip.DRAFTING,
  .chip.warn {
    background: var(--warn-soft);
    color: #6b4e00;
  }

  .chip.urgent {
    border: 1px solid var(--danger);
    background: var(--paper);
    color: var(--danger);
  }

  .chip.CANCELLED,
  .chip.bad {
    background: var(--danger-soft);
    color: var(--danger);
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    background: var(--paper);
  }

  /* A column is no narrower than its longest word, so that dates and names stay whole; what people
     have typed may have words of any length. */
  th,
  td {
    padding: 10px 12px;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: normal;
  }

  td.typed {
    min-width: 110px;
    overflow-wrap: anywhere;
  }

  th {
    color: var(--ink-soft);
    font-size: 13px;
    font-weight: 600;
  }

  tbody tr:hover {
    background: #f8fafc;
  }

  .sheet {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--paper);
    overflow: hidden;
  }

  .sheet tr:last-child td {
    border-bottom: 0;
  }

  dt {
    color: var(--ink-soft);
    font-size: 13px;
  }

  @media (max-width: 720px) {
    h1 {
      font-size: 20px;
    }

    .card {
      padding: 14px;
    }

    /* A row becomes a card; its cells carry their column's name. The roles are written out in
       the markup because a changed display takes them away. */
    .stack thead {
      display: none;
    }

    .stack tr,
    .stack td {
      display: block;
    }

    .stack tr {
      padding: 10px 14px;
      border-bottom: 1px solid var(--line);
    }

    .stack td {
      padding: 2px 0;
      border: 0;
    }

    .stack td[data-label]::before {
      content: attr(data-label) ': ';
      color: var(--ink-soft);
      font-size: 13px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
      scroll-behavior: auto !important;
    }
  }

  @media (forced-colors: active) {
    .chip,
    .card {
      border: 1px solid;
    }
  }
`;
