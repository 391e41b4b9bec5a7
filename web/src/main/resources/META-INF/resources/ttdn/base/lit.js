// The one place that knows where the build has put lit. A strict content security policy forbids
// inline import maps, so the specifiers are relative.
export { LitElement, css, html, svg, nothing } from '../lib/lit-element/lit-element.js';
export { html as staticHtml, unsafeStatic } from '../lib/lit-html/static.js';
export { classMap } from '../lib/lit-html/directives/class-map.js';
export { ifDefined } from '../lib/lit-html/directives/if-defined.js';
export { keyed } from '../lib/lit-html/directives/keyed.js';
export { live } from '../lib/lit-html/directives/live.js';
export { repeat } from '../lib/lit-html/directives/repeat.js';
