/**
 * Scenes as a graph, and the reader's path through it. Pure: no page.
 *
 * @typedef {'good' | 'bad'} Outcome Of an ending.
 * @typedef {{choices: string[], outcome?: Outcome}} Node `choices`: the scenes that they lead to.
 * @typedef {Map<string, Node>} Graph Scene id -> its node, starting with the first scene.
 * @typedef {{id: string, choice?: number}} Step A scene and the choice made in it; none in the last
 *   step. Two choices may lead to the same scene, so the scenes alone are not enough.
 * @typedef {Step[]} Path Each scene at most once. It may begin anywhere, after a link to a scene.
 */

/** @param {Graph} graph */
export function firstScene(graph) {
  return [...graph.keys()][0] ?? '';
}

/** @param {Path} path */
export function lastScene(path) {
  return path.at(-1)?.id ?? '';
}

/**
 * The path up to one of its scenes.
 *
 * @param {Path} path
 * @param {number} index
 * @returns {Path}
 */
export function pathUpTo(path, index) {
  return [...path.slice(0, index), ...path.slice(index, index + 1).map(({ id }) => ({ id }))];
}

/**
 * The path after a choice. A choice that leads back to an earlier scene shortens it.
 *
 * @param {Graph} graph
 * @param {Path} path
 * @param {number} choice
 * @returns {Path}
 */
export function extendPath(graph, path, choice) {
  const here = lastScene(path);
  const next = graph.get(here)?.choices[choice] ?? '';
  const before = path.findIndex(({ id }) => id === next);
  if (before >= 0) return pathUpTo(path, before);
  return [...path.slice(0, -1), { id: here, choice }, { id: next }];
}

/**
 * Whether a stored value is a path through this graph: pages may have changed since.
 *
 * @param {Graph} graph
 * @param {unknown} path
 * @returns {path is Path}
 */
export function isPath(graph, path) {
  if (!Array.isArray(path) || path.length === 0) return false;
  /** @type {unknown[]} */
  const ids = path.map((step) => step?.id);
  const follows = path.slice(0, -1).every((step, index) =>
    graph.get(step?.id)?.choices[step.choice] === ids[index + 1]);
  return follows && graph.has(String(ids.at(-1))) && new Set(ids).size === ids.length;
}

/**
 * Whether the path begins with the first scene.
 *
 * @param {Graph} graph
 * @param {Path} path
 */
export function isWhole(graph, path) {
  return path[0]?.id === firstScene(graph);
}

/**
 * Whether something is there that depends on the way: after any of some scenes, without any of others.
 *
 * @param {DOMStringMap} ids Of scenes, `after` and `without`, separated by spaces.
 * @param {Path} before The way up to the scene that it is in.
 */
export function holds({ after = '', without = '' }, before) {
  /** @param {string} names */
  const isAmong = (names) => before.some(({ id }) => names.split(' ').includes(id));
  return (!after || isAmong(after)) && !isAmong(without);
}

/**
 * The scene that decided the ending: the last one from which an ending of the other outcome can still
 * be reached.
 *
 * @param {Graph} graph
 * @param {Path} path
 * @returns {number} Its index, or -1.
 */
export function turningPoint(graph, path) {
  const other = graph.get(lastScene(path))?.outcome === 'good' ? 'bad' : 'good';
  return path.map(({ id }) => leadsTo(graph, id, other)).lastIndexOf(true);
}

/**
 * @param {Graph} graph
 * @param {string} from
 * @param {Outcome} outcome
 */
function leadsTo(graph, from, outcome) {
  const reached = new Set([from]); // grows while it is iterated over
  for (const id of reached) {
    if (graph.get(id)?.outcome === outcome) return true;
    graph.get(id)?.choices.forEach((next) => reached.add(next));
  }
  return false;
}

/**
 * The most choices that may still follow. In a graph with cycles this is an upper bound: finding the
 * longest path would take exponential time.
 *
 * @param {Graph} graph
 * @param {string} from
 */
export function maxChoices(graph, from) {
  let scenes = new Set([from]);
  for (let count = 0; count < graph.size; count += 1) {
    scenes = new Set([...scenes].flatMap((id) => graph.get(id)?.choices ?? []));
    if (!scenes.size) return count;
  }
  return graph.size - 1;
}
