/** Moves texts between records, forms and templates. What a reader typed is always text, never HTML. */

/**
 * The texts of a form, by field name.
 *
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export function readForm(form) {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/**
 * Fills in the fields that the record has a text for, and resets the others.
 *
 * @param {HTMLFormElement} form
 * @param {Record<string, unknown>} record
 */
export function fillForm(form, record) {
  form.reset();
  for (const [name, value] of Object.entries(record)) {
    const field = form.elements.namedItem(name);
    if (field && 'value' in field && typeof value === 'string') field.value = value;
  }
}

/**
 * Replaces the text of a field that is being edited. The cursor stays where it is in what was typed.
 *
 * @param {HTMLTextAreaElement} field
 * @param {string} text
 */
export function replaceText(field, text) {
  const { value, selectionStart, selectionEnd } = field;
  const shift = Math.max(0, text.indexOf(value));
  field.value = text;
  field.setSelectionRange(selectionStart + shift, selectionEnd + shift);
}

/**
 * A copy of the element in a `<template>`, with its parts filled in by their `data-field`. Parts
 * without a text are removed; `true` keeps the words of the template.
 *
 * @param {string} selector
 * @param {Record<string, string | boolean>} texts
 */
export function fromTemplate(selector, texts) {
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector(selector));
  const made = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  for (const part of made.querySelectorAll('[data-field]')) {
    const text = texts[part.getAttribute('data-field') ?? ''];
    if (!text) part.remove();
    else if (text !== true) part.textContent = text;
  }
  return made;
}
