/**
 * Starts what stands on the page: each part is loaded where it has something to do, and works
 * alone. overrides/partials/modules.html has the browser fetch the same modules at once.
 */

import { keepPlace } from './site/language-link.js';

/** @type {[string, () => Promise<unknown>][]} What is looked for on the page, and who cares for it. */
const parts = [
  ['checklist-page', () => import('./checklist/page.js')],
  ['checklist-badge', () => import('./checklist/badge.js')],
  ['.meeting-line', () => import('./meetings/meeting-line.js')],
  ['.meetings', () => import('./meetings/meetings.js')],
  ['.door--meeting', () => import('./meetings/next-meeting.js')],
  ['resume-link', () => import('./site/resume-link.js')],
  ['practice-badge, checklist-page a[href*="/practice/"]', () => import('./practice/practice-badge.js')],
  ['list-finder', () => import('./practice/list-finder.js')],
  ['scene-player', () => import('./practice/scene-player.js')],
  ['.lines-filter', () => import('./lines/lines.js')],
  ['.lines', () => import('./own/own-lines.js')],
  ['.log', () => import('./log/log.js')],
  ['[data-promises] .promises', () => import('./log/promises.js')],
  ['review-notice', () => import('./review/review-notice.js')],
  ['review-dates', () => import('./review/review-dates.js')],
  ['.my-data', () => import('./data/my-data.js')],
  ['.export-reminder', () => import('./data/keep.js')],
  ['[data-print]', () => import('./print/print.js')],
  ['[data-view="focus"]', () => import('./views/focus.js')],
  ['[data-view="embed"]', () => import('./views/embed.js')],
];

keepPlace();
for (const [selector, load] of parts) {
  if (document.querySelector(selector)) void load();
}
/** @type {HTMLElement | null} */
const newVersion = document.querySelector('[data-worker]');
if (newVersion && 'serviceWorker' in navigator) {
  addEventListener('load', async () => (await import('./offline/register.js')).register(newVersion));
}
document.querySelector('.md-search__input')?.addEventListener(
  'focus', () => void import('./site/search.js'), { once: true });
document.addEventListener('click', async ({ target }) => {
  if (!(target instanceof Element)) return;
  const pressed = target.closest('.headerlink, .copy-page, .copy-list');
  if (pressed) return (await import('./copy/wiki.js')).copy(pressed);
  const button = target.closest('.copy-button');
  if (button) (await import('./lines/copy-line.js')).copyLine(button);
  const line = target.closest('.own-button');
  if (line) (await import('./own/own-lines.js')).makeMine(line);
  if (target.closest('.hide-names button')) (await import('./site/hide-names.js')).switchNames();
});
