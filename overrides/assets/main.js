/**
 * Loads the modules that the page needs. They are independent of each other.
 * overrides/partials/modules.html has the browser preload the same modules.
 */

import { keepPlace } from './site/language-link.js';
import { load } from './site/load.js';

/** @type {[string, () => Promise<unknown>][]} Selector -> the module to load if the page has a match. */
const parts = [
  ['checklist-page', () => import('./checklist/page.js')],
  ['checklist-badge', () => import('./checklist/badge.js')],
  ['[data-meeting] .meeting-strip', () => import('./meetings/strip.js')],
  ['.meetings', () => import('./meetings/meetings.js')],
  ['.front__next', () => import('./site/next.js')],
  ['#endings', () => import('./practice/practice-badge.js')],
  ['list-finder', () => import('./practice/list-finder.js')],
  ['scene-player', () => import('./practice/scene-player.js')],
  ['.lines-filter', () => import('./lines/lines.js')],
  ['.lines', () => import('./own/own-lines.js')],
  ['.log', () => import('./log/log.js')],
  ['review-notice', () => import('./review/review-notice.js')],
  ['review-dates', () => import('./review/review-dates.js')],
  ['.my-data', () => import('./data/my-data.js')],
  ['.export-reminder', () => import('./data/backup.js')],
  ['[data-print]', () => import('./print/print.js')],
  ['[data-view="focus"]', () => import('./views/focus.js')],
  ['[data-view="embed"]', () => import('./views/embed.js')],
];
/** @type {[string, () => Promise<{onClick: (button: Element) => unknown}>][]} Loaded on the first click. */
const buttons = [
  ['.headerlink, .copy-page, .copy-list, .copy-embed', () => import('./copy/wiki.js')],
  ['.copy-button', () => import('./lines/copy-line.js')],
  ['.translate', () => import('./lines/translate.js')],
  ['.own-button', () => import('./own/own-lines.js')],
  ['.hide-names', () => import('./site/hide-names.js')],
  ['.print-cards', () => import('./practice/print-cards.js')],
  ['.take-button', () => import('./take/send.js')],
  ['.meeting-button', () => import('./meetings/dialog.js')],
];

keepPlace();
// The theme has added the colour that the reader chose; a browser takes the first that fits.
for (const meta of document.querySelectorAll('meta[name="theme-color"][media]')) meta.remove();
for (const [selector, part] of parts) {
  if (document.querySelector(selector)) void load(part());
}
addEventListener('store-trouble', async () => (await load(import('./store/trouble.js'))).tell());
/** @type {HTMLElement | null} */
const newVersion = document.querySelector('[data-worker]');
if (newVersion && navigator.serviceWorker) {
  addEventListener('load', async () => (await load(import('./offline/register.js'))).register(newVersion));
}
document.querySelector('.md-search__input')?.addEventListener(
  'focus', () => void load(import('./site/search.js')), { once: true });
document.addEventListener('click', async ({ target }) => {
  for (const [selector, part] of buttons) {
    const button = /** @type {Element} */ (target).closest(selector);
    if (button) return (await load(part())).onClick(button);
  }
});
addEventListener('take', async (event) => { // from partials/take-early.html
  const { detail } = /** @type {CustomEvent<string>} */ (event);
  (await load(import('./take/receive.js'))).receive(detail);
});
document.addEventListener('toggle', ({ target }) => {
  if (/** @type {HTMLElement} */ (target).popover) void load(import('./site/menu.js'));
}, true);
