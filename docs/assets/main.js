/**
 * Starts what stands on the page: each part is loaded where it has something to do, and works
 * alone. overrides/partials/modules.html has the browser fetch the same modules at once.
 */

import { keepAnchor } from './site/language-link.js';

/** @type {[string, () => Promise<unknown>][]} What is looked for on the page, and who cares for it. */
const parts = [
  ['checklist-page', () => import('./checklist/page.js')],
  ['checklist-badge', () => import('./checklist/badge.js')],
  ['.meeting-line', () => import('./meetings/meeting-line.js')],
  ['.meetings', () => import('./meetings/meetings.js')],
  ['.door--meeting', () => import('./meetings/next-meeting.js')],
  ['resume-link', () => import('./site/resume-link.js')],
  ['checklist-page a[href*="/practice/"]', () => import('./practice/practised.js')],
  ['practice-badge', () => import('./practice/practice-badge.js')],
  ['list-finder', () => import('./practice/list-finder.js')],
  ['scene-player', () => import('./practice/scene-player.js')],
  ['.lines-filter', () => import('./lines/lines.js')],
  ['.md-typeset pre > code', () => import('./lines/templates.js')],
  ['review-notice', () => import('./review/review-notice.js')],
  ['review-dates', () => import('./review/review-dates.js')],
  ['[data-print]', () => import('./print/print.js')],
];

keepAnchor();
for (const [selector, load] of parts) {
  if (document.querySelector(selector)) void load();
}
document.querySelector('.md-search__input')?.addEventListener(
  'focus', () => void import('./site/search.js'), { once: true });
document.addEventListener('click', async ({ target }) => {
  if (!(target instanceof Element)) return;
  const heading = target.closest('.headerlink')?.closest('[id]');
  if (heading) void (await import('./site/copy.js')).copyLink(heading.id);
  const button = target.closest('.copy-button');
  if (button) (await import('./lines/copy-line.js')).copyLine(button);
});
