/**
 * `<scene-player key="practice/saying-no">`: shows one scene at a time. Each `<h2>` begins a scene,
 * and links to other scenes are the choices. Without this the page is one text with jump links.
 */

import { countItems } from '../checklist/counting.js';
import { formerKeys, openStore } from '../store/store.js';
import { word } from '../site/words.js';

/** @typedef {{id: string, heading: HTMLElement, section: HTMLElement, isEnding: boolean}} Scene */

class ScenePlayer extends HTMLElement {
  /** @type {Scene[]} */
  #scenes = [];
  /** @type {string[]} Ids of the scenes one has come through, this one last. */
  #path = [];
  #trail = document.createElement('ol');
  #back = document.createElement('button');
  #seen = document.createElement('p');

  connectedCallback() {
    if (this.#scenes.length) return; // moved within the page
    this.#scenes = [...this.querySelectorAll('h2[id]')].map((heading) =>
      makeScene(/** @type {HTMLElement} */ (heading)));
    this.append(this.#controls());
    window.addEventListener('hashchange', () => this.#follow());
    this.#goTo(this.#fromHash() ?? this.#scenes[0]);
    if (location.hash) this.#current?.heading.scrollIntoView();
    void this.#listen();
  }

  get #key() {
    return this.getAttribute('key') ?? '';
  }

  get #current() {
    return this.#scenes.find(({ id }) => id === this.#path.at(-1));
  }

  get #endings() {
    return this.#scenes.filter(({ isEnding }) => isEnding).map(({ id }) => ({ id, was: [] }));
  }

  #fromHash() {
    const id = decodedFragment();
    return this.#scenes.find((scene) => scene.id === id);
  }

  /** The address has changed: by a choice, a step on the trail, or the browser's own buttons. */
  #follow() {
    const scene = location.hash ? this.#fromHash() : this.#scenes[0];
    if (!scene) return;
    this.#goTo(scene);
    scene.heading.focus();
    scene.heading.scrollIntoView();
  }

  /** @param {Scene | undefined} scene */
  #goTo(scene) {
    if (!scene) return;
    const before = this.#path.indexOf(scene.id);
    this.#path = before < 0 ? [...this.#path, scene.id] : this.#path.slice(0, before + 1);
    for (const { section, id } of this.#scenes) section.hidden = id !== scene.id;
    this.#showTrail();
    if (scene.isEnding) this.#remember(scene.id);
  }

  #showTrail() {
    const steps = this.#path.map((id) => this.#scenes.find((scene) => scene.id === id));
    this.#trail.replaceChildren(...steps.map((scene) => {
      const step = document.createElement('li');
      const link = document.createElement('a');
      link.href = `#${scene?.id}`;
      link.textContent = scene ? ownText(scene.heading) : '';
      if (scene === this.#current) link.setAttribute('aria-current', 'step');
      step.append(link);
      return step;
    }));
    this.#back.disabled = this.#path.length < 2;
  }

  #controls() {
    const controls = document.createElement('nav');
    controls.className = 'scene-controls';
    controls.setAttribute('aria-label', word('path'));
    this.#back.type = 'button';
    this.#back.textContent = word('back');
    this.#back.addEventListener('click', () => {
      location.hash = this.#path.at(-2) ?? '';
    });
    const restart = document.createElement('a');
    restart.href = `#${this.#scenes[0]?.id}`;
    restart.textContent = word('restart');
    this.#seen.setAttribute('role', 'status');
    controls.append(this.#trail, this.#back, restart, this.#seen);
    return controls;
  }

  /** @param {string} id */
  #remember(id) {
    const tick = { state: /** @type {const} */ ('done'), rev: {}, at: Date.now() };
    void openStore().put(this.#key, new Map([[id, tick]]));
  }

  async #listen() {
    await openStore().follow(this.#key, formerKeys(this), () => this.#count());
    this.dataset['ready'] = '';
  }

  #count() {
    const { done, total } = countItems(openStore().ticks(this.#key), this.#endings);
    this.#seen.textContent = done ? word('endings', { done, total }) : '';
  }
}

/** The id that the address names; nothing where it is malformed, as in `#%`. */
function decodedFragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/**
 * Gathers a heading and what follows it, up to the next one, in a section.
 *
 * @param {HTMLElement} heading
 * @returns {Scene}
 */
function makeScene(heading) {
  const section = document.createElement('section');
  section.className = 'scene';
  section.setAttribute('aria-labelledby', heading.id);
  heading.before(section);
  heading.tabIndex = -1;
  /** @type {Element | null} */
  let next = heading;
  while (next && (next === heading || next.localName !== 'h2')) {
    const following = /** @type {Element | null} */ (next.nextElementSibling);
    section.append(next);
    next = section.nextElementSibling ?? following;
  }
  const choices = section.querySelectorAll('li a[href^="#"]');
  choices.forEach((choice) => choice.classList.add('scene-choice'));
  return { id: heading.id, heading, section, isEnding: choices.length === 0 };
}

/**
 * The words of a heading, without the marks around them.
 *
 * @param {Element} heading
 */
function ownText(heading) {
  return [...heading.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent)
    .join('')
    .trim();
}

customElements.define('scene-player', ScenePlayer);
