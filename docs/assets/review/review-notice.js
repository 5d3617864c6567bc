/**
 * `<review-notice by="2027-05-24" hidden>`: shows its text from the day after that date. The browser
 * looks at the date, so that an old build says so too.
 */

const today = new Date().toLocaleDateString('sv'); // here, as YYYY-MM-DD
const notice = /** @type {HTMLElement} */ (document.querySelector('review-notice'));
notice.hidden = today <= (notice.getAttribute('by') ?? '');
