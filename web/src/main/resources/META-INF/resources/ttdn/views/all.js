import { define } from '../base/define.js';
import { SignIn } from './signin.js';
import { Tasks } from './tasks.js';
import { Dossiers } from './dossiers.js';
import { DossierForm } from './dossier-form.js';
import { DossierView } from './dossier.js';
import { Owed } from './owed.js';
import { AnswerView } from './answer.js';
import { Register } from './register.js';
import { RecordView } from './record.js';
import { Delegations } from './delegations.js';
import { Retention } from './retention.js';
import { Import } from './import.js';

/** Whether somebody works in the agency: its registers are not the Ministry's to read. */
const ofAgency = (me) => me.roles.some((role) => !role.code.startsWith('MINISTRY_'));

/** Whether somebody keeps the agency's registers, who takes in what runs when it goes live. */
const clerk = (me) => me.roles.some((role) => role.code === 'AGENCY_CLERK');

/**
 * Every view: where it is, its element, and the room of the menu that it belongs to. The first path
 * that matches is taken; the first view is where unknown addresses lead. A view is given `.ctx` and
 * `.place`, which has the path's names and `params`.
 */
export const VIEWS = [
  { path: 'tasks', room: 'tasks', tag: 'ttdn-tasks', type: Tasks },
  { path: 'dossiers', room: 'dossiers', tag: 'ttdn-dossiers', type: Dossiers },
  { path: 'dossiers/new', room: 'dossiers', tag: 'ttdn-dossier-form', type: DossierForm },
  { path: 'dossiers/:id/edit', room: 'dossiers', tag: 'ttdn-dossier-form', type: DossierForm },
  { path: 'dossiers/:id', room: 'dossiers', tag: 'ttdn-dossier', type: DossierView },
  { path: 'answers', room: 'answers', tag: 'ttdn-owed', type: Owed },
  { path: 'answers/:id', room: 'answers', tag: 'ttdn-answer', type: AnswerView },
  { path: 'register/:register?/:year?', room: 'register', tag: 'ttdn-register', type: Register },
  { path: 'records/:id', room: 'register', tag: 'ttdn-record', type: RecordView },
  { path: 'delegations', room: 'delegations', tag: 'ttdn-delegations', type: Delegations },
  { path: 'retention', room: 'retention', tag: 'ttdn-retention', type: Retention },
  { path: 'import', room: 'import', tag: 'ttdn-import', type: Import },
];

/** The menu; `shown(me)` says whether somebody has the item, everybody if it is left out. */
export const MENU = [
  { room: 'tasks', label: 'nav.tasks' },
  { room: 'dossiers', label: 'nav.dossiers' },
  { room: 'answers', label: 'nav.answers' },
  { room: 'register', label: 'nav.register', shown: ofAgency },
  { room: 'retention', label: 'nav.retention', shown: ofAgency },
  { room: 'delegations', label: 'nav.delegations', shown: (me) => me.roles.length > 0 },
  { room: 'import', label: 'nav.import', shown: clerk },
];

define({ 'ttdn-signin': SignIn });
define(Object.fromEntries(VIEWS.map(({ tag, type }) => [tag, type])));
