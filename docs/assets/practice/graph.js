/**
 * Scenes as a graph, and the way one takes through it. Pure: no page.
 *
 * @typedef {'good' | 'bad'} Outcome Of an ending.
 * @typedef {{choices: string[], outcome?: Outcome}} Node `choices`: the scenes that they lead to.
 * @typedef {Map<string, Node>} Graph Scene id -> its node, the first scene first.
 * @typedef {{id: string, choice?: number}} Step A scene, and which of its choices was made; none in
 *   the last step. Two choices may lead to one scene, so the scenes alone do not tell.
 * @typedef {Step[]} Path Each scene once. It may begin anywhere: somebody followed a link to a scene.
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
 * The way to one of the scenes it has come through.
 *
 * @param {Path} path
 * @param {number} index
 * @returns {Path}
 */
export function pathUpTo(path, index) {
  return [...path.slice(0, index), ...path.slice(index, index + 1).map(({ id }) => ({ id }))];
}

/**
 * The way on. A choice that leads back to an earlier scene shortens it.
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
 * Whether something that was kept is a way through this graph: pages change, and so do addresses.
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
 * Whether the way begins at the beginning.
 *
 * @param {Graph} graph
 * @param {Path} path
 */
export function isWhole(graph, path) {
  return path[0]?.id === firstScene(graph);
}

/**
 * Where on the way to an ending it was decided: the last scene from which an ending of the other
 * outcome can still be reached.
 *
 * @param {Graph} graph
 * @param {Path} path
 * @returns {number} Its index, -1 where there is none.
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
  const reached = new Set([from]); // grows while it is walked through
  for (const id of reached) {
    if (graph.get(id)?.outcome === outcome) return true;
    graph.get(id)?.choices.forEach((next) => reached.add(next));
  }
  return false;
}

/**
 * How many choices there may still be, going in no circle.
 *
 * @param {Graph} graph
 * @param {string} from
 * @param {string[]} above
 * @returns {number}
 */
export function mostChoices(graph, from, above = []) {
  const way = [...above, from];
  const next = (graph.get(from)?.choices ?? []).filter((id) => !way.includes(id));
  return Math.max(0, ...next.map((id) => 1 + mostChoices(graph, id, way)));
}
