export function t() {}
