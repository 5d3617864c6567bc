/**
 * `<list-finder>`: asks one question at a time until a choice leads to a list. Answers are not stored.
 * Without JavaScript the page is one text with jump links.
 */

import { describe, readScenes, sceneInAddress } from './scenes.js';

/** @typedef {import('./scenes.js').Scene} Scene */

class ListFinder extends HTMLElement {
  /** @type {Scene[]} */
  #scenes = [];

  connectedCallback() {
    if (this.#scenes.length) return; // moved within the page
    this.#scenes = readScenes(this);
    this.#restart.href = `#${this.#scenes[0]?.id}`;
    addEventListener('hashchange', () => this.#onHashChange());
    this.#show(sceneInAddress(this.#scenes) ?? this.#scenes[0]);
  }

  get #restart() {
    return /** @type {HTMLAnchorElement} */ (this.querySelector('[data-action="restart"]'));
  }

  /** The address has changed: by a choice, or by the browser's own buttons. */
  #onHashChange() {
    const scene = sceneInAddress(this.#scenes);
    if (!scene) return;
    this.#show(scene);
    scene.heading.focus({ preventScroll: true });
    scene.section.scrollIntoView({ block: 'nearest' });
  }

  /** @param {Scene | undefined} scene */
  #show(scene) {
    for (const each of this.#scenes) each.section.hidden = each !== scene;
    if (scene) describe(scene);
    this.#restart.hidden = scene === this.#scenes[0];
    this.toggleAttribute('data-begun', true);
  }
}

customElements.define('list-finder', ListFinder);
