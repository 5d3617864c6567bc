/**
 * `<scene-player key="practice/saying-no">`: a conversation that grows with each choice. What was
 * said stays above. Without this the page is one text with jump links.
 */

import { Endings } from './endings.js';
import {
  extendPath, firstScene, isPath, isWhole, lastScene, mostChoices, pathUpTo, turningPoint,
} from './graph.js';
import { savedPath, savePath } from './saved-path.js';
import { graphOf, readScenes, sceneInAddress, titleOf } from './scenes.js';
import { formerKeys } from '../store/store.js';
import { word } from '../site/words.js';

/** @typedef {import('./graph.js').Path} Path */
/** @typedef {import('./scenes.js').Scene} Scene */

const SAID = /^[«“"]/; // a choice in quotes is said, another is done

class ScenePlayer extends HTMLElement {
  /** @type {Scene[]} */
  #scenes = [];
  /** @type {import('./graph.js').Graph} */
  #graph = new Map();
  /** @type {Path} */
  #path = [];
  #endings = new Endings('', []);

  connectedCallback() {
    if (this.#scenes.length) return; // moved within the page
    this.#scenes = readScenes(this);
    this.#graph = graphOf(this.#scenes);
    const endings = this.#scenes.filter(({ choices }) => !choices.length);
    this.#endings = new Endings(this.#key, endings);
    this.#listen();
    this.#begin();
    void this.#endings.follow(formerKeys(this), () => this.#showSeen())
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
    /** @type {Record<string, () => void>} */
    const actions = {
      back: () => this.#goTo(pathUpTo(this.#path, this.#path.length - 2)),
      restart: () => this.#goTo([{ id: firstScene(this.#graph) }]),
      retry: () => this.#goTo(pathUpTo(this.#path, turningPoint(this.#graph, this.#path))),
      forget: () => (this.#endings.canUndo ? this.#endings.undo() : this.#endings.removeAll()),
    };
    for (const [name, act] of Object.entries(actions)) {
      this.#find(`[data-action="${name}"]`).addEventListener('click', act);
    }
    window.addEventListener('popstate', ({ state }) => this.#return(state));
    addEventListener('beforeprint', () => this.#find('.scenes').append(
      ...this.#scenes.map(({ section }) => section)));
    addEventListener('afterprint', () => this.#show(this.#path));
  }

  /** The way that the browser or the tab remembers, when it leads to what the address names. */
  #begin() {
    const here = sceneInAddress(this.#scenes)?.id ?? firstScene(this.#graph);
    const known = [history.state?.path, savedPath(this.#key)].find((path) =>
      isPath(this.#graph, path) && lastScene(path) === here);
    this.#show(known ?? [{ id: here }]);
    if (location.hash) this.#scroll();
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
   * The browser's own buttons, or an address that was typed.
   *
   * @param {any} state
   */
  #return(state) {
    const scene = sceneInAddress(this.#scenes);
    if (!scene) return;
    const isKnown = isPath(this.#graph, state?.path) && lastScene(state.path) === scene.id;
    this.#show(isKnown ? state.path : [{ id: scene.id }]);
    this.#arrive();
  }

  #arrive() {
    this.#current.heading.focus({ preventScroll: true });
    this.#scroll();
  }

  /** What was answered, or that nobody knows what was, stays in sight above the scene. */
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
    savePath(this.#key, path);
    for (const { section } of this.#scenes) section.hidden = true;
    this.#unknown.hidden = isWhole(this.#graph, path);
    this.#find('.scenes').append(this.#unknown);
    for (const { id, choice } of path) this.#showScene(this.#scene(id), choice);
    this.#showControls();
    this.#showSeen();
    this.toggleAttribute('data-begun', true);
  }

  /**
   * @param {Scene} scene
   * @param {number} [choice] That was made in it; none yet in the last one.
   */
  #showScene({ section, choices }, choice) {
    section.hidden = false;
    section.toggleAttribute('data-past', choice !== undefined);
    section.querySelector('.scene-answer')?.remove();
    const link = choices[choice ?? -1];
    if (link) section.append(answerOf(link));
    this.#find('.scenes').append(section);
  }

  #showControls() {
    const step = this.#path.length;
    const more = mostChoices(this.#graph, lastScene(this.#path));
    this.#find('.scene-step').textContent =
      this.#unknown.hidden && more ? word('step', { step, most: step + more }) : '';
    this.#button('back').disabled = step < 2;
  }

  #showSeen() {
    const { seen, total } = this.#endings;
    const turn = this.#path[turningPoint(this.#graph, this.#path)];
    this.#find('.scene-end').hidden = this.#current.choices.length > 0;
    this.#find('.scene-turn').textContent =
      turn ? word('turning_point', { scene: titleOf(this.#scene(turn.id)) }) : '';
    this.#button('retry').hidden = !turn;
    this.#say([
      word('endings', { done: seen.length, total }),
      isWhole(this.#graph, this.#path) ? '' : word('not_counted'),
      this.#endings.isSaved ? '' : word('ending_unsaved'),
    ]);
    this.#find('.scene-seen').replaceChildren(...seen.map(entryOf));
    this.#button('forget').hidden = !seen.length && !this.#endings.canUndo;
    this.#button('forget').textContent =
      this.#endings.canUndo ? word('undo') : word('forget_endings');
  }

  /** @param {string[]} sentences */
  #say(sentences) {
    const status = this.#find('.scene-tally');
    const text = sentences.filter(Boolean).join(' ');
    if (status.textContent !== text) status.textContent = text; // it is read out whenever it is set
  }

  /** @param {string} action */
  #button(action) {
    return /** @type {HTMLButtonElement} */ (this.#find(`[data-action="${action}"]`));
  }
}

/**
 * What one said or did, in the words of the choice.
 *
 * @param {HTMLAnchorElement} link
 */
function answerOf(link) {
  const answer = document.createElement('p');
  const speaker = document.createElement('strong');
  speaker.textContent = word('you');
  answer.className = 'scene-answer';
  answer.toggleAttribute('data-done', !SAID.test(link.textContent ?? ''));
  answer.append(speaker, ' ', ...[...link.childNodes].map((node) => node.cloneNode(true)));
  return answer;
}

/** @param {Scene} ending */
function entryOf(ending) {
  const entry = document.createElement('li');
  const outcome = ending.heading.querySelector('.scene-outcome');
  if (outcome) entry.append(outcome.cloneNode(true));
  entry.append(titleOf(ending));
  entry.className = ending.heading.className;
  return entry;
}

customElements.define('scene-player', ScenePlayer);
