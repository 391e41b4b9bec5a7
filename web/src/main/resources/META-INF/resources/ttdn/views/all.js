import { define } from '../base/define.js';
import { SignIn } from './signin.js';
import { Tasks } from './tasks.js';
import { Dossiers } from './dossiers.js';
import { DossierForm } from './dossier-form.js';
import { DossierView } from './dossier.js';
import { Register } from './register.js';
import { RecordView } from './record.js';

define({
  'ttdn-signin': SignIn,
  'ttdn-tasks': Tasks,
  'ttdn-dossiers': Dossiers,
  'ttdn-dossier-form': DossierForm,
  'ttdn-dossier': DossierView,
  'ttdn-register': Register,
  'ttdn-record': RecordView,
});
