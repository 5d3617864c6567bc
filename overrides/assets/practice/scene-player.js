/**
 * `<scene-player key="practice/saying-no">`: a conversation that grows with each choice. Earlier
 * scenes stay above. Without JavaScript the page is one text with jump links.
 */

import { Endings } from './endings.js';
import {
  extendPath, firstScene, holds, isPath, isWhole, lastScene, maxChoices, pathUpTo, turningPoint,
} from './graph.js';
import { orderOf, savedRun, saveRun } from './run.js';
import { describe, graphOf, readScenes, sceneInAddress, titleOf } from './scenes.js';
import { el, onAction, setText } from '../site/dom.js';
import { load } from '../site/load.js';
import { t } from '../site/words.js';
import { formerKeys } from '../store/store.js';

/** @typedef {import('./graph.js').Path} Path */
/** @typedef {import('./scenes.js').Scene} Scene */

const QUOTED = /^([^«“"]+: )?[«“"]/; // a choice in quotes is something to say, any other something to do

class ScenePlayer extends HTMLElement {
  /** @type {Scene[]} */
  #scenes = [];
  /** @type {import('./graph.js').Graph} */
  #graph = new Map();
  /** @type {Path} */
  #path = [];
  /** What the options are shuffled by: another one each time one begins. */
  #seed = Date.now();
  #endings = new Endings('', []);

  connectedCallback() {
    if (this.#scenes.length) return; // moved within the page
    this.#scenes = readScenes(this);
    this.#graph = graphOf(this.#scenes);
    const endings = this.#scenes.filter(({ choices }) => !choices.length);
    this.#endings = new Endings(this.#key, endings);
    this.#listen();
    this.#begin();
    void this.#endings.subscribe(formerKeys(this), () => this.#showSeen())
      .then(() => this.toggleAttribute('data-ready', true));
  }

  get #key() {
    return this.getAttribute('key') ?? '';
  }

  get #current() {
    return this.#scene(lastScene(this.#path));
  }

  get #unknown() {
    return this.#find('.scene-unknown');
  }

  /** @param {string} id */
  #scene(id) {
    return /** @type {Scene} */ (this.#scenes.find((scene) => scene.id === id));
  }

  /** @param {string} selector */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  #listen() {
    for (const { choices } of this.#scenes) {
      choices.forEach((link, index) =>
        link.addEventListener('click', (event) => this.#choose(event, index)));
    }
    /** @type {Record<string, () => unknown>} */
    const actions = {
      back: () => this.#goTo(pathUpTo(this.#path, this.#path.length - 2)),
      restart: () => {
        this.#seed = Date.now();
        this.#goTo([{ id: firstScene(this.#graph) }]);
      },
      retry: () => this.#goTo(pathUpTo(this.#path, turningPoint(this.#graph, this.#path))),
      forget: async () => (await load(import('../site/undoable.js')))
        .removeAll(this.#endings.shelf, t('endings_forgotten')),
    };
    onAction(this, (action) => actions[action]?.());
    window.addEventListener('popstate', ({ state }) => this.#onPopState(state));
    this.#find('.scene-own').addEventListener('submit', async ({ target }) =>
      (await load(import('./own-sentence.js'))).keepSentence(
        /** @type {HTMLFormElement} */ (target), this.#current.section));
    addEventListener('beforeprint', () => this.#unshuffle());
    addEventListener('afterprint', () => this.#show(this.#path));
  }

  #begin() {
    const here = sceneInAddress(this.#scenes)?.id ?? firstScene(this.#graph);
    const { path, seed } = savedRun(this.#key);
    this.#seed = seed ?? this.#seed;
    this.#show(this.#pathTo(here, history.state?.path, path));
    if (location.hash) this.#scroll();
  }

  /**
   * The first stored path that leads to a scene, or else one that begins with it.
   *
   * @param {string} id
   * @param {unknown[]} stored
   * @returns {Path}
   */
  #pathTo(id, ...stored) {
    const known = stored.filter((path) => isPath(this.#graph, path));
    return known.find((path) => lastScene(path) === id) ?? [{ id }];
  }

  /**
   * @param {MouseEvent} event
   * @param {number} choice
   */
  #choose(event, choice) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // another tab
    event.preventDefault();
    this.#goTo(extendPath(this.#graph, this.#path, choice));
    const isEnding = !this.#current.choices.length;
    if (isEnding && isWhole(this.#graph, this.#path)) this.#endings.add(this.#current.id);
  }

  /** @param {Path} path */
  #goTo(path) {
    history.pushState({ path }, '', `#${lastScene(path)}`);
    this.#show(path);
    this.#arrive();
  }

  /**
   * After the browser's back or forward button, or an edited address.
   *
   * @param {any} state
   */
  #onPopState(state) {
    const scene = sceneInAddress(this.#scenes);
    if (!scene) return;
    this.#show(this.#pathTo(scene.id, state?.path));
    this.#arrive();
  }

  #arrive() {
    this.#current.heading.focus({ preventScroll: true });
    this.#scroll();
  }

  /** Keeps the previous answer, or the note that it is unknown, visible above the scene. */
  #scroll() {
    const { section } = this.#current;
    const before = section.previousElementSibling;
    const isShown = before === this.#unknown && !this.#unknown.hidden;
    (isShown ? before : before?.querySelector('.scene-answer') ?? section).scrollIntoView();
  }

  /** @param {Path} path */
  #show(path) {
    this.#path = path;
    history.replaceState({ path }, '');
    saveRun(this.#key, { path, seed: this.#seed });
    for (const { section } of this.#scenes) section.hidden = true;
    this.#unknown.hidden = isWhole(this.#graph, path);
    this.#find('.scenes').append(this.#unknown);
    for (const [index, { id, choice }] of path.entries()) {
      this.#showScene(this.#scene(id), path.slice(0, index), choice);
    }
    this.#showControls();
    this.#showSeen();
    this.toggleAttribute('data-begun', true);
  }

  /**
   * @param {Scene} scene
   * @param {Path} before The way to it.
   * @param {number} [choice] The choice made in it; none in the last scene.
   */
  #showScene(scene, before, choice) {
    const { section, choices } = scene;
    section.hidden = false;
    /** @type {NodeListOf<HTMLElement>} */
    const conditional = section.querySelectorAll('[data-after], [data-without]');
    for (const each of conditional) each.hidden = !holds(each.dataset, before);
    describe(scene);
    const order = orderOf(choices.length, this.#seed + before.length);
    place(order.map((index) => /** @type {HTMLAnchorElement} */ (choices[index])));
    section.toggleAttribute('data-past', choice !== undefined);
    section.querySelector('.scene-answer')?.remove();
    const link = choices[choice ?? -1];
    if (link) section.append(answerOf(link));
    this.#find('.scenes').append(section);
  }

  /** As written: for paper. */
  #unshuffle() {
    for (const { section, choices } of this.#scenes) {
      this.#find('.scenes').append(section);
      place(choices);
    }
  }

  #showControls() {
    const step = this.#path.length;
    const more = maxChoices(this.#graph, lastScene(this.#path));
    this.#find('.scene-step').textContent =
      this.#unknown.hidden && more ? t('step', { step, most: step + more }) : '';
    this.#button('back').disabled = step < 2;
  }

  #showSeen() {
    const { seen, total } = this.#endings;
    const turn = this.#path[turningPoint(this.#graph, this.#path)];
    this.#find('.scene-end').hidden = this.#current.choices.length > 0;
    this.#find('.scene-turn').textContent =
      turn ? t('turning_point', { scene: titleOf(this.#scene(turn.id)) }) : '';
    this.#button('retry').hidden = !turn;
    setText(this.#find('.scene-tally'), [
      t('endings', { done: seen.length, total }),
      isWhole(this.#graph, this.#path) ? '' : t('not_counted'),
      this.#endings.isSaved ? '' : t('ending_unsaved'),
    ].filter(Boolean).join(' '));
    this.#find('.scene-seen').replaceChildren(...seen.map(entryOf));
    this.#button('forget').hidden = !seen.length;
  }

  /** @param {string} action */
  #button(action) {
    return /** @type {HTMLButtonElement} */ (this.#find(`[data-action="${action}"]`));
  }
}

/**
 * Puts the entries of choices in this order.
 *
 * @param {HTMLAnchorElement[]} choices
 */
function place(choices) {
  for (const { parentElement: entry } of choices) entry?.parentElement?.append(entry);
}

/**
 * The reader's answer, with the text of the choice.
 *
 * @param {HTMLAnchorElement} link
 */
function answerOf(link) {
  const text = [...link.childNodes].map((node) => node.cloneNode(true));
  const answer = el('p', { className: 'scene-answer' }, el('strong', {}, t('you')), ' ', ...text);
  answer.toggleAttribute('data-done', !QUOTED.test(link.textContent ?? ''));
  return answer;
}

/** @param {Scene} ending */
function entryOf(ending) {
  const { className } = ending.heading;
  const outcome = ending.heading.querySelector('.scene-outcome')?.cloneNode(true);
  return el('li', { className }, outcome ?? '', titleOf(ending));
}

customElements.define('scene-player', ScenePlayer);
