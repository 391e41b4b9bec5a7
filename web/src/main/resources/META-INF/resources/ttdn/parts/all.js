import { define } from '../base/define.js';
import { Problem } from './problem.js';
import { Confirm } from './confirm.js';
import { Pager } from './pager.js';
import { Picture } from './picture.js';
import { Documents } from './documents.js';
import { Decide } from './decide.js';
import { History } from './history.js';

define({
  'ttdn-problem': Problem,
  'ttdn-confirm': Confirm,
  'ttdn-pager': Pager,
  'ttdn-picture': Picture,
  'ttdn-documents': Documents,
  'ttdn-decide': Decide,
  'ttdn-history': History,
});
