/**
 * `<review-notice by="2027-05-24" hidden>`: shows its text from the day after that date. The date is
 * compared in the browser, so that an old build shows it too.
 */

const notice = /** @type {HTMLElement} */ (document.querySelector('review-notice'));
const today = new Date().toLocaleDateString('sv'); // as localDate(), which most pages do not load
notice.hidden = today <= (notice.getAttribute('by') ?? '');
