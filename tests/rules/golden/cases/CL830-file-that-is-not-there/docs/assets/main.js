import { count } from './cuont.js';
import './start.js';
/* import './older.js';
import './oldest.js'; */
  // import('./old.js');
const load = () => import('./parts/more.js');
load().then(count);
