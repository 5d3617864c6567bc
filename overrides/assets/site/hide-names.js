import { guideId } from './guide.js';
import { notify } from './notice.js';
import { t } from './words.js';

/**
 * Hides names and notes, or shows them again, in all tabs. The attribute is set before first paint by
 * overrides/partials/early.html; its styles are in site.css.
 */
export function onClick() {
  const isHidden = document.documentElement.toggleAttribute('data-hidden-names');
  try {
    localStorage.setItem(`${guideId()}.hidden`, String(isHidden));
  } catch {
    // storage is forbidden: it applies until the page is left
  }
  notify(t(isHidden ? 'names_hidden' : 'names_shown'));
}
