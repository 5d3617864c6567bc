/**
 * `<resume-link>`: leads to the list that was last ticked, of those that have a badge on the page.
 * The template keeps room for it, so nothing moves.
 */

import { openStore } from '../store/store.js';

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
    const badges = [...document.querySelectorAll('.card checklist-badge:not([key^="practice/"])')];
    const times = badges.map((badge) => lastTick(badge.getAttribute('key') ?? ''));
    const newest = Math.max(...times);
    return newest > 0 ? badges[times.indexOf(newest)] : undefined;
  }
}

/** @param {string} page */
function lastTick(page) {
  return Math.max(0, ...[...openStore().ticks(page).values()].map(({ at }) => at));
}

customElements.define('resume-link', ResumeLink);
