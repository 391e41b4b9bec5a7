// Entry module for every host: defines <ttdn-app>. Importing it does nothing else.
import { define } from './base/define.js';
import { TtdnApp } from './ttdn-app.js';

define({ 'ttdn-app': TtdnApp });
