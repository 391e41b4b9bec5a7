import { define } from '../base/define.js';
import { Problem } from './problem.js';
import { Confirm } from './confirm.js';
import { Pager } from './pager.js';
import { Picture } from './picture.js';
import { Upload } from './upload.js';
import { Documents } from './documents.js';
import { Decide } from './decide.js';
import { Issue } from './issue.js';
import { Assign, Cancel, Steer } from './steer.js';
import { Answers } from './answers.js';
import { AnswerTask } from './answer-task.js';
import { Extend, Note, Remind } from './answer-dialogs.js';
import { Incoming } from './incoming.js';
import { Records } from './records.js';
import { Mend } from './mend.js';
import { History } from './history.js';
import { Comparison } from './comparison.js';
import { Delegate } from './delegate.js';
import { Hold, Holding, Keep } from './keep.js';

define({
  'ttdn-problem': Problem,
  'ttdn-confirm': Confirm,
  'ttdn-pager': Pager,
  'ttdn-picture': Picture,
  'ttdn-upload': Upload,
  'ttdn-documents': Documents,
  'ttdn-decide': Decide,
  'ttdn-issue': Issue,
  'ttdn-assign': Assign,
  'ttdn-cancel': Cancel,
  'ttdn-steer': Steer,
  'ttdn-answers': Answers,
  'ttdn-answer-task': AnswerTask,
  'ttdn-extend': Extend,
  'ttdn-note': Note,
  'ttdn-remind': Remind,
  'ttdn-incoming': Incoming,
  'ttdn-records': Records,
  'ttdn-mend': Mend,
  'ttdn-history': History,
  'ttdn-comparison': Comparison,
  'ttdn-delegate': Delegate,
  'ttdn-hold': Hold,
  'ttdn-holding': Holding,
  'ttdn-keep': Keep,
});
