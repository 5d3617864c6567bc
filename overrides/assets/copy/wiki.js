/**
 * Copies a link with its title, or a whole checklist. Wikis and Word paste the rich text. The plain
 * text of a link is its address alone, for address bars, link dialogs and Markdown; that of a
 * checklist is a Markdown task list.
 */

import { copyText } from '../site/copy.js';
import { el } from '../site/dom.js';
import { t } from '../site/words.js';

const title = /** @type {Element} */ (document.querySelector('h1'));

/** @param {Element} button Of the checklist, the page title or a heading. */
export function onClick(button) {
  if (button.matches('.copy-list')) copyList();
  else void copyLink(button);
}

/**
 * If the browser does not allow copying, the link is put into the address bar.
 *
 * @param {Element} element The page title, a heading or an item, or an element in one.
 */
export async function copyLink(element) {
  const place = /** @type {Element} */ (element.closest('[id]'));
  const link = linkTo(place);
  if (place !== title) link.prepend(`${textOf(title)}: `);
  const isCopied = await copyText(link.href, link.outerHTML, t('in_address_bar'));
  if (!isCopied) history.replaceState(null, '', link.href);
}

/** Copies all items, unticked. */
function copyList() {
  const sections = [...document.querySelectorAll('checklist-section')];
  const rich = el('div', {}, el('h1', {}, linkTo(title)), ...sections.flatMap(asRich));
  const plain = [...rich.querySelectorAll('h1, h2, li')].map(asMarkdown).join('\n');
  void copyText(plain, rich.innerHTML);
}

/** @param {Element} section */
function asRich(section) {
  const id = section.getAttribute('aria-labelledby');
  const heading = /** @type {Element} */ (document.querySelector(`#${id}`));
  const items = [...section.querySelectorAll('.checklist-item[id]')].map((item) =>
    el('li', {}, el('strong', {}, linkTo(item)), ' ', textOf(item.querySelector('.checklist-why'))));
  return [el('h2', {}, linkTo(heading)), el('ul', {}, ...items)];
}

/**
 * The same as Markdown, with its special characters escaped.
 *
 * @param {Element} entry Of the rich text.
 */
function asMarkdown(entry) {
  const [first, , why] = [...entry.childNodes].map((node) =>
    textOf(node).replace(/[\\`*_[\]<>&]/g, '\\$&'));
  if (entry.matches('h1')) return `# ${first}`;
  if (entry.matches('h2')) return `\n## ${first}\n`;
  return `- [ ] **${first}** ${why && `${why} `}(${entry.querySelector('a')?.href})`;
}

/**
 * A link to a place on the page, with its text, without the view in the address.
 *
 * @param {Element} place The page title (for the page itself), a heading or an item.
 */
function linkTo(place) {
  const href = location.href.replace(/[?#].*/, '') + (place === title ? '' : `#${place.id}`);
  return el('a', { href }, textOf(place.querySelector('label') ?? place));
}

/**
 * The text of an element, without the permalink of a heading.
 *
 * @param {Node | null} element
 */
function textOf(element) {
  return (element?.textContent ?? '').replace('¶', '').trim();
}
