import { LitElement, html, keyed, nothing, staticHtml, unsafeStatic } from './base/lit.js';
import { Api, path } from './base/api.js';
import { calendar } from './base/days.js';
import { formats, storeLanguage, storedLanguage, translator } from './base/i18n.js';
import { hash, route } from './base/route.js';
import { controls, tokens } from './base/styles.js';
import { frame } from './base/frame.js';
import './parts/all.js';
import { MENU, VIEWS } from './views/all.js';

/** Whether a place is another one for the reader: another view or page; other words are not. */
function moved(from, to) {
  const words = ({ q, state }) => [q, state].join(' ');
  return (
    from.key !== to.key ||
    (words(from.params) === words(to.params) && from.params.offset !== to.params.offset)
  );
}

/**
 * The whole page: frame, navigation and the view that the hash names. It keeps to itself: styles
 * in shadow roots, no globals, no change of the document around it; what the page may want to know
 * comes as the events `ttdn-title` and `ttdn-language`.
 *
 * Attributes, set by the host's page:
 * - `api`: where the REST contract starts
 * - `session`: the host's sign-in route; absent where the host signs in elsewhere (Share)
 * - `csrf-cookie`, `csrf-header`: where the token comes from and goes to
 * - `csrf-param`: name of the query parameter that repeats the token on uploads (Share)
 */
export class TtdnApp extends LitElement {
  static properties = {
    api: {},
    session: {},
    csrfCookie: { attribute: 'csrf-cookie' },
    csrfHeader: { attribute: 'csrf-header' },
    csrfParam: { attribute: 'csrf-param' },
    ctx: { state: true },
    place: { state: true },
    stage: { state: true },
    waitingTasks: { state: true },
    message: { state: true },
    problem: { state: true },
  };

  static styles = [tokens, controls, frame];

  #language = storedLanguage();
  #client = null;
  #moved = false;
  #visited = 0;
  #onHash = () => this.#arrive();
  #onShow = () => document.visibilityState === 'visible' && this.#countTasks();

  constructor() {
    super();
    this.api = '/api/ttdn/v1';
    this.session = '';
    this.stage = 'starting';
    this.place = route(location.hash, VIEWS);
    this.waitingTasks = null;
    this.message = null;
    this.problem = null;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
    document.addEventListener('visibilitychange', this.#onShow);
    this.#start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
    document.removeEventListener('visibilitychange', this.#onShow);
  }

  async #start() {
    const t = translator(this.#language);
    this.#client = new Api({
      base: this.api,
      session: this.session,
      csrfCookie: this.csrfCookie,
      csrfHeader: this.csrfHeader,
      csrfParam: this.csrfParam,
      language: this.#language,
      text: t,
      signedOut: () => this.#signedOut(),
    });
    this.#speak();
    this.ctx = this.#context({});
    try {
      if (this.session && !(await this.#client.signedIn())) {
        this.stage = 'signin';
        return;
      }
      await this.#enter();
    } catch (failure) {
      this.#fail(failure);
    }
  }

  /** Loads what every view needs, in the language of the moment. */
  async #enter() {
    const [me, organisation, vietnamese] = await Promise.all([
      this.#client.get('/me'),
      this.#client.get('/organisation'),
      // Addressees stand in a Vietnamese letter: they are suggested by their Vietnamese names.
      this.#client.get('/organisation', { language: 'vi' }),
    ]);
    this.ctx = this.#context({
      me,
      organisation,
      units: organisation.units,
      addressees: vietnamese.units,
      today: calendar(me.today, formats(this.#language).today),
    });
    this.problem = null;
    this.stage = 'in';
    await this.#countTasks();
  }

  #context(known) {
    const t = translator(this.#language);
    const client = this.#client;
    const pictures = new Map();
    return {
      ...known,
      t,
      language: this.#language,
      format: formats(this.#language),
      api: client,
      /** A process's drawing, asked for once per language. */
      picture: (process) => {
        if (!pictures.has(process)) {
          const drawing = client.get(path`/processes/${process}`).catch((failure) => {
            pictures.delete(process);
            throw failure;
          });
          pictures.set(process, drawing);
        }
        return pictures.get(process);
      },
      /** Tells everybody what has happened; the next change of view keeps it if `stays`. */
      say: (text, { link = null, stays = false } = {}) => {
        this.message = { text, link, until: this.#visited + (stays ? 1 : 0) };
      },
      go: (parts, params) => {
        location.hash = hash(parts, params);
      },
      countTasks: () => this.#countTasks(),
      signedIn: () => this.#restart(),
    };
  }

  async #restart() {
    try {
      await this.#enter();
    } catch (failure) {
      this.#fail(failure);
    }
  }

  #fail(failure) {
    if (!failure.title) {
      throw failure;
    }
    if (this.stage !== 'signin') {
      this.stage = 'failed';
      this.problem = failure;
    }
  }

  #signedOut() {
    if (this.session) {
      this.stage = 'signin';
      this.waitingTasks = null;
    }
  }

  #arrive() {
    this.#visited += 1;
    const place = route(location.hash, VIEWS);
    // A search in the same list leaves the focus where it is.
    this.#moved = moved(this.place, place);
    this.place = place;
    if (this.message && this.message.until < this.#visited) {
      this.message = null;
    }
    this.#countTasks();
  }

  /** The badge is a comfort: when the count cannot be had, the last one stays. */
  async #countTasks() {
    if (this.stage !== 'in') {
      return;
    }
    try {
      this.waitingTasks = (await this.#client.get('/tasks', { query: { limit: 0 } })).total;
    } catch (failure) {
      if (!failure.title) {
        throw failure;
      }
    }
  }

  #speak() {
    this.lang = this.#language;
    this.dispatchEvent(
      new CustomEvent('ttdn-language', {
        bubbles: true,
        composed: true,
        detail: { language: this.#language },
      }),
    );
  }

  async #switchLanguage() {
    this.#language = this.#language === 'vi' ? 'en' : 'vi';
    storeLanguage(this.#language);
    this.#client.language = this.#language;
    this.#client.text = translator(this.#language);
    this.message = null;
    this.#speak();
    if (this.stage === 'in') {
      await this.#restart();
    } else {
      this.ctx = this.#context({});
      if (this.stage === 'failed') {
        await this.#start();
      }
    }
  }

  async #leave() {
    try {
      await this.#client.signOut();
    } catch (failure) {
      if (!failure.title) {
        throw failure;
      }
      this.problem = failure;
      return;
    }
    this.message = null;
    this.ctx = this.#context({});
    this.#signedOut();
  }

  #ready(event) {
    const { title } = event.detail;
    if (!title) {
      return;
    }
    event.stopPropagation();
    this.dispatchEvent(
      new CustomEvent('ttdn-title', {
        bubbles: true,
        composed: true,
        detail: { title: `${title} – ${this.ctx.t('app.name')}` },
      }),
    );
    if (this.#moved) {
      this.#moved = false;
      event.composedPath()[0].focusHeading();
    }
  }

  #skip() {
    this.renderRoot.querySelector('main').focus();
  }

  render() {
    if (!this.ctx) {
      return nothing;
    }
    const { t } = this.ctx;
    return html`<div class="root">
      ${this.#header()}
      <main tabindex="-1" @ttdn-ready=${this.#ready}>
        <div class="message" role="status" data-testid="message">${this.#said()}</div>
        ${this.problem
          ? html`<ttdn-problem .ctx=${this.ctx} .problem=${this.problem}></ttdn-problem>`
          : nothing}
        ${this.#content()}
      </main>
    </div>`;
  }

  #said() {
    if (!this.message) {
      return nothing;
    }
    const { text, link } = this.message;
    return html`<p>
      ${text} ${link ? html`<a href=${link.href}>${link.text}</a>` : nothing}
      <button class="quiet" @click=${() => (this.message = null)}>${this.ctx.t('common.close')}</button>
    </p>`;
  }

  #header() {
    const { t, me, units } = this.ctx;
    const inside = this.stage === 'in';
    const agency = units?.find((unit) => unit.agency)?.name;
    return html`
      <header class=${this.session ? 'own' : 'guest'}>
        <!-- Not a link: the hash is the route, and its target is in this shadow root. -->
        <button class="skip" @click=${this.#skip}>${t('app.skip')}</button>
        <div class="band">
          <p class="brand">
            <span class="agency">${agency ?? t('app.agency')}</span>
            <span class="name">${t('app.name')}</span>
          </p>
          ${inside ? this.#navigation() : nothing}
          <div class="person">
            ${inside
              ? html`<span class="who" data-testid="who">
                  <strong>${me.fullName}</strong>
                  <span>${this.#office()}</span>
                </span>`
              : nothing}
            <button
              class="quiet"
              data-testid="language"
              lang=${this.#language === 'vi' ? 'en' : 'vi'}
              @click=${this.#switchLanguage}
            >
              ${this.#language === 'vi' ? 'English' : 'Tiếng Việt'}
            </button>
            ${inside && this.session
              ? html`<button class="quiet" data-testid="signout" @click=${this.#leave}>
                  ${t('app.signOut')}
                </button>`
              : nothing}
          </div>
        </div>
      </header>
    `;
  }

  /** His office, and what he does in somebody's stead. */
  #office() {
    const { t, me } = this.ctx;
    const own = me.position || me.roles.filter((role) => !role.insteadOf).map((role) => role.label);
    const instead = me.roles
      .filter((role) => role.insteadOf)
      .map((role) => t('nav.insteadOf', { role: role.label, name: role.insteadOf.fullName }));
    return [...new Set([own, instead].flat())].join(', ');
  }

  /** Whoever asks for the list that he looks at wants to see what is new in it. */
  #again(event) {
    if (event.currentTarget.hash === location.hash) {
      this.renderRoot.querySelector(this.place.view.tag).reload();
      this.#countTasks();
    }
  }

  #navigation() {
    const { t, me } = this.ctx;
    const badge = this.waitingTasks
      ? html`<span class="badge" data-testid="task-count" aria-hidden="true">${this.waitingTasks}</span
          ><span class="hidden">${t('nav.waiting', { count: this.waitingTasks })}</span>`
      : nothing;
    const item = ({ room, label }) => html`<li>
      <a
        href=${hash([room])}
        data-testid=${`nav-${room}`}
        aria-current=${this.place.view.room === room ? 'page' : 'false'}
        @click=${this.#again}
        >${t(label)}${room === 'tasks' ? badge : nothing}</a
      >
    </li>`;
    return html`<nav aria-label=${t('nav.label')}>
      <ul>
        ${MENU.filter((one) => !one.shown || one.shown(me)).map(item)}
      </ul>
    </nav>`;
  }

  #content() {
    const { ctx, place } = this;
    if (this.stage === 'signin') {
      return html`<ttdn-signin .ctx=${ctx}></ttdn-signin>`;
    }
    if (this.stage === 'starting') {
      return html`<p class="waiting">${ctx.t('common.loading')}</p>`;
    }
    if (this.stage === 'failed') {
      return html`<button class="again" @click=${() => this.#start()}>${ctx.t('common.again')}</button>`;
    }
    // A language switch keeps the element and what is being typed in it.
    const tag = unsafeStatic(place.view.tag);
    return keyed(place.key, staticHtml`<${tag} .ctx=${ctx} .place=${place}></${tag}>`);
  }
}
