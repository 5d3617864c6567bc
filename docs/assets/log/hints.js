/**
 * What a text seems to hold that a log of facts should not. Pure. It would rather miss one than
 * warn of an order number, a date or an amount.
 *
 * @typedef {'identity' | 'phone' | 'email'} Kind
 */

/** Eleven digits that may begin with a date of birth, in a D-number with 4 added to the first. */
const NUMBER = /(?<!\w)[0-7]\d(?:0[1-9]|1[0-2])\d\d ?\d{5}(?!\w)/g;

/** For each of the two control digits. The sum can be divided by 11. */
const WEIGHTS = ['3761894521', '54327654321'];

/** With the code of a country; in Norwegian groups; or a mobile number in one, unless it is that of an order or a case. */
const PHONE = /(?<![\w/#-]|\d[ .,])(?:(?:\+|0047)(?:[ ().-]{0,2}\d){8,14}|[2-9]\d(?:\d \d\d \d{3}|(?: \d\d){3})|(?<!(?:ord|sak|case|fakt|invoice|ref)[\w.: ]{0,11})[49]\d{7})(?![\w/-]|[ .,]?\d| ?kr| ?nok)/i;

/** @type {[Kind, (text: string) => boolean | undefined][]} */
const SIGNS = [
  ['identity', (text) => text.match(NUMBER)?.some(isIdentity)],
  ['phone', (text) => PHONE.test(text)],
  ['email', (text) => /[^\s@]@[^\s@]+\.\p{L}{2}/u.test(text)],
];

/** @param {string} text */
export function hintsIn(text) {
  const plain = text.replaceAll('\xa0', ' ');
  return SIGNS.filter(([, isIn]) => isIn(plain)).map(([kind]) => kind);
}

/** @param {string} number */
function isIdentity(number) {
  const digits = number.replace(' ', '');
  return WEIGHTS.every((weights) =>
    [...weights].reduce((sum, weight, at) => sum + Number(weight) * Number(digits[at]), 0) % 11 === 0);
}
