/**
 * Where a hash leads: `#/dossiers?q=…` → {name, id, params}. Unknown hashes lead to the tasks.
 *
 * @param hash with or without its `#`
 */
export function route(hash) {
  const [path, query = ''] = hash.replace(/^#/, '').split('?');
  const parts = path.split('/').filter((part) => part !== '').map(decode);
  const params = Object.fromEntries(new URLSearchParams(query));
  const [room, id, deeper] = parts;
  switch (room) {
    case 'dossiers':
      if (!id) {
        return { name: 'dossiers', params };
      }
      if (id === 'new') {
        return { name: 'newDossier', params };
      }
      return { name: deeper === 'edit' ? 'editDossier' : 'dossier', id, params };
    case 'register':
      return { name: 'register', register: id, year: deeper, params };
    case 'records':
      return id ? { name: 'record', id, params } : { name: 'tasks', params };
    default:
      return { name: 'tasks', params };
  }
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
