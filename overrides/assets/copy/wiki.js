/**
 * Copies a link with its title, a whole checklist, or the code that embeds it. Wikis and Word paste
 * the rich text. The plain text of a link is its address alone, for address bars, link dialogs and
 * Markdown; that of a checklist is a Markdown task list.
 */

import { readLine } from '../lines/copy-line.js';
import { copyText } from '../site/copy.js';
import { el } from '../site/dom.js';
import { t } from '../site/words.js';

const title = /** @type {Element} */ (document.querySelector('h1'));

/** @param {Element} button Of the checklist or a heading. */
export function onClick(button) {
  if (button.matches('.copy-list')) copyList();
  else if (button.matches('.copy-embed')) copyEmbed();
  else void copyLink(button.matches('.copy-page') ? title : button);
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
    el('li', {}, el('strong', {}, linkTo(item)), ' ', textOf(item.querySelector('.checklist-why')), ...linesOf(item)));
  return [el('h2', {}, linkTo(heading)), el('ul', {}, ...items)];
}

/**
 * The guide's lines to say, as a list.
 *
 * @param {Element} item
 */
function linesOf(item) {
  const lines = [...item.querySelectorAll('.checklist-phrase > p:not([lang], .own-line)')].map((line) => {
    const { when, text } = readLine(line);
    return el('li', {}, ...(when ? [el('em', {}, when), ' '] : []), text);
  });
  return lines.length ? [el('ul', {}, ...lines)] : [];
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
  if (entry.matches('li li')) return `  - ${why ? `*${first}* ${why}` : first}`;
  return `- [ ] **${first}** ${why && `${why} `}(${entry.querySelector('a')?.href})`;
}

function copyEmbed() {
  const src = `${linkTo(title).href}?view=embed`;
  const frame = el('iframe', { src, title: textOf(title), width: '100%', height: '700', loading: 'lazy' });
  void copyText(frame.outerHTML);
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
