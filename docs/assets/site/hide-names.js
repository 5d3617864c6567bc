/**
 * Hides names and notes, or shows them again, in all tabs and until one switches back. The mark is
 * set before anything is painted, by overrides/partials/early.html; what it means stands in site.css.
 */
export function press() {
  const isHidden = document.documentElement.toggleAttribute('data-hidden-names');
  try {
    localStorage.setItem('ryggen-fri.hidden', String(isHidden));
  } catch {
    // storage is forbidden: it holds until one leaves the page
  }
}
