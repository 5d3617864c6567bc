/** A new UUID. An address of a blob ends in one, where `crypto.randomUUID` is missing, too: without https. */
export function newId() {
  const address = URL.createObjectURL(new Blob());
  URL.revokeObjectURL(address);
  return address.slice(-36);
}
