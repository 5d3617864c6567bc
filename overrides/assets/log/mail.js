/** Addresses that open a new e-mail (RFC 6068). Pure. */

/** Characters of an address that every system hands on to its mail program: Windows takes 2,048. */
const MAX_ADDRESS = 2000;
const MAX_SUBJECT = 400;

/**
 * A text that does not fit is cut between two words.
 *
 * @param {string} subject
 * @param {string} body
 * @param {string} cutNote Its last line if it is cut.
 */
export function mailAddress(subject, body, cutNote) {
  const start = `mailto:?subject=${encode(fitting(subject, MAX_SUBJECT))}&body=`;
  const room = MAX_ADDRESS - start.length;
  if (encode(body.slice(0, room + 1)).length <= room) return start + encode(body);
  const end = `\n\n${cutNote}`;
  return start + encode(fitting(body, room - encode(end).length) + end);
}

/**
 * As much of a text as fits when it is encoded.
 *
 * @param {string} text
 * @param {number} room
 */
function fitting(text, room) {
  let left = room;
  const characters = [...text.slice(0, room + 1)];
  const end = characters.findIndex((character) => (left -= encode(character).length) < 0);
  return end < 0 ? text : characters.slice(0, end).join('').replace(/(?<=\S)\s+\S*$/, ' …');
}

/** @param {string} text */
function encode(text) {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/\r\n?|\n/g, '\r\n'));
}
