/**
 * Detects personal data in a text. Pure. Avoids false alarms on order numbers, dates and amounts, and
 * so may miss some.
 *
 * @typedef {'identity' | 'phone' | 'email'} Kind
 */

/** Eleven digits that begin with a date of birth; a D-number has 4 added to the first digit. */
const ID_NUMBER = /(?<!\w)[0-7]\d(?:0[1-9]|1[0-2])\d\d ?\d{5}(?!\w)/g;

/** For each of the two check digits. The weighted sum is divisible by 11. */
const WEIGHTS = ['3761894521', '54327654321'];

/** With a country code; in Norwegian groups; or a mobile number without spaces, unless it is the number of an order or case. */
const PHONE = /(?<![\w/#-]|\d[ .,])(?:(?:\+|0047)(?:[ ().-]{0,2}\d){8,14}|[2-9]\d(?:\d \d\d \d{3}|(?: \d\d){3})|(?<!(?:ord|sak|case|fakt|invoice|ref)[\w.: ]{0,11})[49]\d{7})(?![\w/-]|[ .,]?\d| ?kr| ?nok)/i;

/** @type {[Kind, (text: string) => boolean | undefined][]} */
const DETECTORS = [
  ['identity', (text) => text.match(ID_NUMBER)?.some(isIdentity)],
  ['phone', (text) => PHONE.test(text)],
  ['email', (text) => /[^\s@]@[^\s@]+\.\p{L}{2}/u.test(text)],
];

/** @param {string} text */
export function hintsIn(text) {
  const plain = text.replaceAll('\xa0', ' ');
  return DETECTORS.filter(([, detects]) => detects(plain)).map(([kind]) => kind);
}

/** @param {string} number */
function isIdentity(number) {
  const digits = number.replace(' ', '');
  return WEIGHTS.every((weights) =>
    [...weights].reduce((sum, weight, at) => sum + Number(weight) * Number(digits[at]), 0) % 11 === 0);
}
