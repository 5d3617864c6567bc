/** Shows, beside each link from a checklist to a practice, whether one has played it well. */

import './practice-badge.js';

for (const link of document.querySelectorAll('checklist-page a[href*="/practice/"]')) {
  const key = /practice\/[\w-]+/.exec(/** @type {HTMLAnchorElement} */ (link).pathname)?.[0];
  if (!key) continue;
  const badge = document.createElement('practice-badge');
  badge.setAttribute('key', key);
  link.after(' ', badge);
}
