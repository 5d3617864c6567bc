/**
 * `<review-notice by="2027-05-24" hidden>`: shows its text from the day after that date. The browser
 * looks at the date, so that an old build says so too.
 */

export class ReviewNotice extends HTMLElement {
  connectedCallback() {
    const today = new Date().toLocaleDateString('sv'); // here, as YYYY-MM-DD
    this.hidden = today <= (this.getAttribute('by') ?? '');
  }
}

customElements.define('review-notice', ReviewNotice);
