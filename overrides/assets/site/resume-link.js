/**
 * `<resume-link>`: links to the most recently ticked list that has a badge on the page. The template
 * reserves room for it, so nothing shifts.
 */

import '../checklist/badge.js';

/** @typedef {HTMLElement & {ticks: import('../store/record.js').Ticks}} Badge */

class ResumeLink extends HTMLElement {
  connectedCallback() {
    document.addEventListener('checklist-badge', () => this.#show());
    this.#show();
  }

  #show() {
    const card = this.#latest()?.closest('.card')?.querySelector('a');
    const link = this.querySelector('a');
    if (!link || !card) return;
    link.href = card.href;
    link.textContent = card.textContent;
    this.toggleAttribute('data-ready', true);
  }

  #latest() {
    /** @type {NodeListOf<Badge>} */
    const found = document.querySelectorAll('.card checklist-badge');
    const badges = [...found];
    const times = badges.map(lastTick);
    const newest = Math.max(...times);
    return newest > 0 ? badges[times.indexOf(newest)] : undefined;
  }
}

/** @param {Badge} badge */
function lastTick({ ticks }) {
  return Math.max(0, ...[...ticks.values()].map(({ at }) => at));
}

customElements.define('resume-link', ResumeLink);
