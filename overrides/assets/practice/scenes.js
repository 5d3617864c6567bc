/**
 * Reads the scenes of a page from its HTML.
 *
 * @typedef {import('./graph.js').Graph} Graph
 * @typedef {import('./graph.js').Node} Node
 * @typedef {{id: string, was: string[], heading: HTMLElement, section: HTMLElement,
 *   choices: HTMLAnchorElement[]}} Scene `was`: its former ids.
 */

/**
 * @param {Element} element
 * @returns {Scene[]}
 */
export function readScenes(element) {
  const sections = element.querySelectorAll('.scene');
  return /** @type {HTMLElement[]} */ ([...sections]).map(readScene);
}

/**
 * @param {HTMLElement} section
 * @returns {Scene}
 */
function readScene(section) {
  const heading = /** @type {HTMLElement} */ (section.querySelector('h2'));
  heading.tabIndex = -1;
  const was = [...heading.querySelectorAll('span[id]')].map(({ id }) => id);
  const links = section.querySelectorAll('[data-leads-to]');
  const choices = /** @type {HTMLAnchorElement[]} */ ([...links]);
  return { id: heading.id, was, heading, section, choices };
}

/**
 * Makes screen readers read out what is shown of the scene when its heading gets the focus.
 *
 * @param {Scene} scene
 */
export function describe({ heading, section }) {
  const texts = section.querySelectorAll(':scope > :is(p, blockquote):not([hidden], .scene-answer)');
  texts.forEach((text, index) => {
    text.id ||= `${heading.id}.${index}`;
  });
  heading.setAttribute('aria-describedby', [...texts].map(({ id }) => id).join(' '));
}

/**
 * @param {Scene[]} scenes
 * @returns {Graph}
 */
export function graphOf(scenes) {
  return new Map(scenes.map((scene) => [scene.id, nodeOf(scene)]));
}

/**
 * @param {Scene} scene
 * @returns {Node}
 */
function nodeOf({ heading, choices }) {
  const outcome = /** @type {const} */ (['good', 'bad']).find((name) =>
    heading.classList.contains(name));
  const targets = choices.map(({ hash }) => hash.slice(1));
  return outcome ? { choices: targets, outcome } : { choices: targets };
}

/**
 * The scene in the address, by its id or a former one; the first scene if there is no fragment, none
 * if the fragment is unknown or malformed, such as `#%`.
 *
 * @param {Scene[]} scenes
 */
export function sceneInAddress(scenes) {
  if (!location.hash) return scenes[0];
  const name = decoded(location.hash.slice(1));
  return scenes.find(({ id, was }) => [id, ...was].includes(name));
}

/** @param {string} fragment */
function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return '';
  }
}

/**
 * The text of a heading without its badges and permalink.
 *
 * @param {Scene} scene
 */
export function titleOf({ heading }) {
  return [...heading.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent)
    .join('')
    .trim();
}
