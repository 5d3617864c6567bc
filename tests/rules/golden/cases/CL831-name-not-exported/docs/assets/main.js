import { count, conut } from './count.js';
import {
  count as same,
  tell,
  tel,
  wait,
} from './count.js';
import { anything } from './all.js';

const { later } = await import('./count.js');
(await import('./count.js')).laterr(count, conut, anything, later);
