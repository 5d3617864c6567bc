export function count() {}
