/**
 * `<resume-link>`: leads to the list that was last ticked, of those that have a badge on the page.
 * The template keeps room for it, so nothing moves.
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
    this.dataset['ready'] = '';
  }

  #latest() {
    /** @type {NodeListOf<Badge>} */
    const found = document.querySelectorAll('.card checklist-badge:not([key^="practice/"])');
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
