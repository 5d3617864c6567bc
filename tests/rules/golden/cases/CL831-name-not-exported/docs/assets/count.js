export function count() {}
async function wait() {}
function tell() {}
export { wait as later, tell };
