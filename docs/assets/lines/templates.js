/** Templates to copy: a button on each. */

import { word } from '../site/words.js';

for (const code of document.querySelectorAll('.md-typeset pre > code')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-button';
  button.ariaLabel = word('copy_template');
  code.after(button);
}
