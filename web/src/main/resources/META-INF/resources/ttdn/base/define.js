/** Defines custom elements once: a page that loads the module from two addresses keeps the first. */
export function define(elements) {
  for (const [name, type] of Object.entries(elements)) {
    if (!customElements.get(name)) {
      customElements.define(name, type);
    }
  }
}
