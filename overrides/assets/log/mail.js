/** Addresses that open a new e-mail (RFC 6068). Pure. */

/** Characters of an address that every system hands on to its mail program: Windows takes 2,048. */
const MAX_ADDRESS = 2000;
const MAX_SUBJECT = 100;

/**
 * A text that does not fit is cut between two words.
 *
 * @param {string} subject
 * @param {string} body
 * @param {string} cutNote Its last line if it is cut.
 */
export function mailAddress(subject, body, cutNote) {
  const start = `mailto:?subject=${encode(subject.slice(0, MAX_SUBJECT))}&body=`;
  let address = start + encode(body.slice(0, MAX_ADDRESS));
  for (let text = body.slice(0, MAX_ADDRESS); address.length > MAX_ADDRESS;) {
    text = text.replace(/\S{1,20}$/u, '').trimEnd(); // a word, or a part of one that is longer
    address = start + encode(`${text} …\n\n${cutNote}`);
  }
  return address;
}

/** @param {string} text */
function encode(text) {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/\r?\n/g, '\r\n'));
}
