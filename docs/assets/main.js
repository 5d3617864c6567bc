/** Starts everything. Each part works alone, and the page works without any of them. */

import { ChecklistBadge } from './checklist-badge.js';
import { ChecklistPage } from './checklist-page.js';
import { keepAnchor } from './language-link.js';
import { markPractised } from './practised.js';
import { preparePrinting } from './print.js';
import { ReviewDates } from './review-dates.js';
import { ScenePlayer } from './scene-player.js';

customElements.define('checklist-page', ChecklistPage);
customElements.define('checklist-badge', ChecklistBadge);
customElements.define('scene-player', ScenePlayer);
customElements.define('review-dates', ReviewDates);
keepAnchor();
markPractised();
preparePrinting();
