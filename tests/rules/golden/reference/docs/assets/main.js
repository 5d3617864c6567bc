import { count } from './count.js';

count();
