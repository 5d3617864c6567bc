import { word } from './words.js';

word('saved');
word('svaed');
