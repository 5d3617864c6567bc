export function word() {}
