/** Between records and what stands in the templates. What a reader typed is always text, never HTML. */

/**
 * The texts in a form, by the names of its fields.
 *
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export function readForm(form) {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/**
 * Fills the fields that a record has a text for, and empties the others.
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
 * What a `<template>` holds: one element, with texts where its parts are named in `data-field`. A
 * part without text is left out.
 *
 * @param {string} selector
 * @param {Record<string, string>} texts
 */
export function fromTemplate(selector, texts) {
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector(selector));
  const made = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  for (const part of made.querySelectorAll('[data-field]')) {
    const text = texts[part.getAttribute('data-field') ?? ''];
    if (text) part.textContent = text;
    else part.remove();
  }
  return made;
}
