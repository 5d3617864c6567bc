/** Starts everything. Each part works alone, and the page works without any of them. */

import { ChecklistBadge } from './checklist-badge.js';
import { ChecklistPage } from './checklist-page.js';
import { keepAnchor } from './language-link.js';
import { preparePrinting } from './print.js';

customElements.define('checklist-page', ChecklistPage);
customElements.define('checklist-badge', ChecklistBadge);
keepAnchor();
preparePrinting();
