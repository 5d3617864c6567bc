/**
 * Copies for a wiki: a link with its title, or a whole checklist. Rich text is what wikis and Word
 * paste. Plain text of a link is its address alone, for that is what address bars, link dialogs and
 * Markdown ask for; of a list it is a Markdown task list.
 */

import { copyText } from '../site/copy.js';
import { word } from '../site/words.js';

const title = /** @type {Element} */ (document.querySelector('h1'));

/** @param {Element} pressed The button of the list, or the sign of a title or a heading. */
export function press(pressed) {
  if (pressed.matches('.copy-list')) copyList();
  else void copyLink(pressed);
}

/**
 * Where the browser does not let us copy a link, it stands in its address bar.
 *
 * @param {Element} pressed Stands in the title of the page, in a heading or in an item, or is one.
 */
export async function copyLink(pressed) {
  const place = /** @type {Element} */ (pressed.closest('[id]'));
  const link = linkTo(place);
  if (place !== title) link.prepend(`${textOf(title)}: `);
  const isCopied = await copyText(link.href, link.outerHTML, word('in_address_bar'));
  if (!isCopied) history.replaceState(null, '', link.href);
}

/** A template: everything is in it, and nothing is ticked. */
function copyList() {
  const sections = [...document.querySelectorAll('checklist-section')];
  const rich = make('div', make('h1', linkTo(title)), ...sections.flatMap(asRich));
  const plain = [...rich.querySelectorAll('h1, h2, li')].map(asMarkdown).join('\n');
  void copyText(plain, rich.innerHTML);
}

/** @param {Element} section */
function asRich(section) {
  const id = section.getAttribute('aria-labelledby');
  const heading = /** @type {Element} */ (document.querySelector(`#${id}`));
  const items = [...section.querySelectorAll('.checklist-item[id]')].map((item) =>
    make('li', make('strong', linkTo(item)), ' ', textOf(item.querySelector('.checklist-why'))));
  return [make('h2', linkTo(heading)), make('ul', ...items)];
}

/** @param {Element} entry Of the rich text. */
function asMarkdown(entry) {
  // What Markdown would read as a mark stays what it is.
  const [first, , why] = [...entry.childNodes].map((node) =>
    textOf(node).replace(/[\\`*_[\]<>&]/g, '\\$&'));
  if (entry.matches('h1')) return `# ${first}`;
  if (entry.matches('h2')) return `\n## ${first}\n`;
  return `- [ ] **${first}** ${why && `${why} `}(${entry.querySelector('a')?.href})`;
}

/**
 * A link to a place, with its words, and without what says how the page is looked at.
 *
 * @param {Element} place The title of the page, which is the page itself, a heading or an item.
 */
function linkTo(place) {
  const link = make('a', textOf(place.querySelector('label') ?? place));
  link.href = location.href.replace(/[?#].*/, '') + (place === title ? '' : `#${place.id}`);
  return link;
}

/**
 * The words of an element, without the sign of a heading.
 *
 * @param {Node | null} element
 */
function textOf(element) {
  return (element?.textContent ?? '').replace('¶', '').trim();
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {(Node | string)[]} content
 */
function make(tag, ...content) {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}
