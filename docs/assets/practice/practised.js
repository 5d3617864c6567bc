/** Shows, beside each link from a checklist to a practice, whether one has played it to an end. */

import '../checklist/badge.js';

for (const link of document.querySelectorAll('checklist-page a[href*="/practice/"]')) {
  const key = /practice\/[\w-]+/.exec(/** @type {HTMLAnchorElement} */ (link).pathname)?.[0];
  if (!key) continue;
  const badge = document.createElement('checklist-badge');
  badge.setAttribute('key', key);
  link.after(' ', badge);
}
