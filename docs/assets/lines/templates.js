/** Templates and examples to copy: a button on each. */

import { word } from '../site/words.js';

for (const code of document.querySelectorAll('.md-typeset pre > code')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-button';
  button.ariaLabel = word('copy_text');
  code.after(button);
}
