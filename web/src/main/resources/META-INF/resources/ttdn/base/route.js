/**
 * Where a hash leads among the views: `#/dossiers/d1?q=…` with a view at `dossiers/:id` →
 * {view, id: 'd1', params: {q: …}, key}. Unknown hashes lead to the first view.
 *
 * @param hash with or without its `#`
 * @param views what views/all.js lists; the first whose path matches is taken
 */
export function route(hash, views) {
  const [path, query = ''] = hash.replace(/^#/, '').split('?');
  const parts = path.split('/').filter((part) => part !== '').map(decode);
  const params = Object.fromEntries(new URLSearchParams(query));
  for (const view of views) {
    const names = matched(view.path.split('/'), parts);
    if (names) {
      return { view, ...names, params, key: [view.tag, ...Object.values(names)].join(' ') };
    }
  }
  return { view: views[0], params, key: views[0].tag };
}

/** The values of a path's `:names`, those with a `?` perhaps left out; null if it is another path. */
function matched(pattern, parts) {
  const least = pattern.filter((part) => !part.endsWith('?')).length;
  if (parts.length < least || parts.length > pattern.length) {
    return null;
  }
  const names = {};
  for (const [i, part] of parts.entries()) {
    if (pattern[i].startsWith(':')) {
      names[pattern[i].replace(/[:?]/g, '')] = part;
    } else if (pattern[i] !== part) {
      return null;
    }
  }
  return names;
}

/** The hash of a place, e.g. hash(['dossiers', id], {q: 'đối ngoại'}). */
export function hash(parts, params = {}) {
  const words = new URLSearchParams(
    Object.entries(params).filter(([, value]) => value !== '' && value != null && value !== 0),
  ).toString();
  return `#/${parts.map(encodeURIComponent).join('/')}${words ? `?${words}` : ''}`;
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Where a page of a list begins, as its place says; 0 unless that is a number. */
export function offsetOf({ params }) {
  return Math.max(0, Math.trunc(Number(params.offset)) || 0);
}
