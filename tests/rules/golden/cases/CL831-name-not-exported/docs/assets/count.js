export function count() {}
async function wait() {}
export { wait as later };
