/**
 * What the server refused, or why it could not be asked: a problem document (RFC 9457) with our
 * `remedy` and, where it is about one input, its `field`.
 */
export class Problem extends Error {
  constructor({ type = 'about:blank', title, status = 0, detail = '', remedy = '', field = null }) {
    super(title);
    this.type = type;
    this.title = title;
    this.status = status;
    this.detail = detail;
    this.remedy = remedy;
    this.field = field;
  }
}

/** A cookie's value, decoded and without the quotes that some servers put around it. */
export function cookie(name, cookies = document.cookie) {
  for (const pair of cookies.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) {
      const raw = pair.slice(at + 1).trim().replaceAll('"', '');
      try {
        return decodeURIComponent(raw);
      } catch {
        return raw;
      }
    }
  }
  return '';
}

/** The path of the contract with its variables filled in, e.g. path`/dossiers/${id}`. */
export function path(strings, ...values) {
  return strings.reduce((all, part, i) => all + encodeURIComponent(values[i - 1]) + part);
}

/**
 * Speaks the REST contract with whichever host serves the page.
 *
 * @param base where the contract starts, e.g. `/api/ttdn/v1`
 * @param session the host's own sign-in route; empty where the host signs in elsewhere (Share)
 * @param csrfParam name of a query parameter that repeats the token on file uploads; Share's filter
 *     looks for it there, because it does not read multipart bodies
 * @param text looks up a message, for failures that have no problem document
 */
export class Api {
  constructor({ base, session, csrfCookie, csrfHeader, csrfParam, language, text, signedOut }) {
    Object.assign(this, { base, session, csrfCookie, csrfHeader, csrfParam, language, text });
    this.signedOut = signedOut;
  }

  /** An address for a plain link. */
  url(route, query = {}) {
    const words = new URLSearchParams(
      Object.entries(query).filter(([, value]) => value !== '' && value != null),
    ).toString();
    return this.base + route + (words ? `?${words}` : '');
  }

  get(route, { query, signal, language } = {}) {
    return this.#send('GET', this.url(route, query), { signal, language });
  }

  post(route, body) {
    return this.#send('POST', this.base + route, { body });
  }

  put(route, body) {
    return this.#send('PUT', this.base + route, { body });
  }

  delete(route) {
    return this.#send('DELETE', this.base + route, {});
  }

  /** Whether somebody is signed in; the answer also sets the CSRF cookie. */
  async signedIn() {
    return (await this.#send('GET', this.session, {})).signedIn;
  }

  signIn(userName, password) {
    return this.#send('POST', this.session, { body: { userName, password }, signingIn: true });
  }

  signOut() {
    return this.#send('DELETE', this.session, {});
  }

  /** A file that the server makes, in the reader's language: a link could not ask for that. */
  async file(route, query) {
    const response = await this.#fetch('GET', this.url(route, query), {});
    const name = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('Content-Disposition') ?? '');
    return { blob: await response.blob(), name: name ? decodeURIComponent(name[1]) : '' };
  }

  /**
   * Uploads a file as the multipart field `file`. fetch tells nothing of an upload's progress, so
   * this is the one request that takes XMLHttpRequest.
   *
   * @param progress called with the share that has been sent, 0 to 1
   * @param signal aborts the upload
   * @param fields what goes with the file, by name, as parts before it
   * @param query what the route is asked with
   */
  async upload(route, file, { progress, signal, fields = {}, query = {} }) {
    await this.#needToken();
    const token = this.csrfParam ? { [this.csrfParam]: this.#token() } : {};
    const request = new XMLHttpRequest();
    const answered = new Promise((resolve, reject) => {
      request.addEventListener('load', () => resolve());
      request.addEventListener('error', () => reject(this.#unreachable()));
      request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    });
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) {
        progress(event.loaded / event.total);
      }
    });
    signal.addEventListener('abort', () => request.abort());
    signal.throwIfAborted();
    request.open('POST', this.url(route, { ...query, ...token }));
    for (const [name, value] of Object.entries(this.#headers(true))) {
      request.setRequestHeader(name, value);
    }
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      form.append(name, value);
    }
    form.append('file', file, file.name);
    request.send(form);
    await answered;
    if (request.status >= 200 && request.status < 300) {
      try {
        return JSON.parse(request.responseText);
      } catch {
        // A proxy that answers 200 with its own sign-in page.
      }
    }
    throw this.#problem(request.status, request.responseText);
  }

  async #send(method, url, { body, signal, language, signingIn }) {
    const response = await this.#fetch(method, url, { body, signal, language, signingIn });
    const text = await response.text();
    if (!text) {
      return null;
    }
    try {
      return JSON.parse(text);
    } catch {
      // A proxy that answers 200 with its own sign-in page.
      throw this.#problem(response.status, text, signingIn);
    }
  }

  async #fetch(method, url, { body, signal, language, signingIn }) {
    const writes = method !== 'GET';
    if (writes) {
      await this.#needToken();
    }
    const headers = this.#headers(writes);
    if (language) {
      headers['Accept-Language'] = language;
    }
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }
    let response;
    try {
      response = await fetch(url, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: 'same-origin',
        cache: 'no-store',
        signal,
      });
    } catch (failure) {
      throw failure.name === 'AbortError' ? failure : this.#unreachable();
    }
    if (!response.ok) {
      throw this.#problem(response.status, await response.text(), signingIn);
    }
    return response;
  }

  #headers(writes) {
    const headers = {
      Accept: 'application/json, application/problem+json',
      'Accept-Language': this.language,
      'X-Requested-With': 'XMLHttpRequest',
    };
    const token = writes ? this.#token() : '';
    if (token) {
      headers[this.csrfHeader] = token;
    }
    return headers;
  }

  #token() {
    return this.csrfCookie ? cookie(this.csrfCookie) : '';
  }

  /** After signing in or out the host drops the old token; asking for the session brings a new. */
  async #needToken() {
    if (this.session && this.csrfCookie && !this.#token()) {
      await this.signedIn();
    }
  }

  #unreachable() {
    return new Problem({
      title: this.text('failure.unreachable.title'),
      detail: this.text('failure.unreachable.detail'),
      remedy: this.text('failure.unreachable.remedy'),
    });
  }

  #problem(status, body, signingIn = false) {
    let problem = null;
    try {
      problem = JSON.parse(body);
    } catch {
      // Not ours: a proxy's or container's own page.
    }
    if (status === 401 && !signingIn) {
      this.signedOut();
    }
    if (problem?.title) {
      return new Problem({ ...problem, status });
    }
    const kind = status === 401 || status < 300 ? 'signedOut' : 'unexpected';
    return new Problem({
      title: this.text(kind === 'signedOut' ? 'failure.signedOut.title' : 'failure.unexpected.title'),
      status,
      detail:
        kind === 'signedOut'
          ? this.text('failure.signedOut.detail')
          : this.text('failure.unexpected.detail', { status }),
      remedy: this.text(
        kind === 'signedOut' ? 'failure.signedOut.remedy' : 'failure.unexpected.remedy',
      ),
    });
  }
}
