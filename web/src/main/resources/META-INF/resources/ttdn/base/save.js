/**
 * Saves a file that the server makes in the reader's language, which a plain link cannot ask for: the
 * link is there for the keyboard, the context menu and a middle click, the plain click asks properly.
 *
 * @param event the click on the link
 * @param query what the route is asked with
 * @param name what the file is called if the server does not say
 */
export async function save(ctx, event, route, { query = {}, name }) {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  const file = await ctx.api.file(route, query);
  const address = URL.createObjectURL(file.blob);
  Object.assign(document.createElement('a'), { href: address, download: file.name || name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
