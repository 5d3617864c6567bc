/**
 * The scenes of a page, read from it: each `<h2>` begins one, and links to scenes are its choices.
 *
 * @typedef {import('./graph.js').Graph} Graph
 * @typedef {import('./graph.js').Node} Node
 * @typedef {{id: string, was: string[], heading: HTMLElement, section: HTMLElement,
 *   choices: HTMLAnchorElement[]}} Scene `was`: ids that it had before.
 */

/**
 * Gathers each heading and what follows it, up to the next one, in a section.
 *
 * @param {Element} element
 * @returns {Scene[]}
 */
export function readScenes(element) {
  return /** @type {HTMLElement[]} */ ([...element.querySelectorAll('h2[id]')]).map(makeScene);
}

/**
 * @param {HTMLElement} heading
 * @returns {Scene}
 */
function makeScene(heading) {
  const section = document.createElement('section');
  section.className = 'scene';
  section.setAttribute('aria-labelledby', heading.id);
  heading.before(section);
  heading.tabIndex = -1;
  section.append(heading);
  while (section.nextElementSibling && section.nextElementSibling.localName !== 'h2') {
    section.append(section.nextElementSibling);
  }
  describe(heading, section);
  const was = [...heading.querySelectorAll('span[id]')].map(({ id }) => id);
  return { id: heading.id, was, heading, section, choices: choicesIn(section) };
}

/**
 * When the focus comes to the heading, what happens in the scene is read out too.
 *
 * @param {HTMLElement} heading
 * @param {Element} section
 */
function describe(heading, section) {
  const texts = section.querySelectorAll(':scope > :is(p, blockquote)');
  texts.forEach((text, index) => {
    text.id ||= `${heading.id}.${index}`;
  });
  heading.setAttribute('aria-describedby', [...texts].map(({ id }) => id).join(' '));
}

/** @param {Element} section */
function choicesIn(section) {
  const links = section.querySelectorAll('li a[href^="#"]');
  const choices = /** @type {HTMLAnchorElement[]} */ ([...links]);
  for (const choice of choices) {
    choice.classList.add('scene-choice');
    choice.closest('ul, ol')?.classList.add('scene-choices');
  }
  return choices;
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
 * The scene that the address names, by its id or one it had before. Without a name it is the first
 * one; there is none where the name is another's, or malformed, as in `#%`.
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
 * The words of a heading, without the marks around them.
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
