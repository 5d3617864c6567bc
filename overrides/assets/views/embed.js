/** A page embedded in a frame: links to other pages open in the whole window. */

document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link) return;
  const isHere = link.hash && link.pathname + link.search === location.pathname + location.search;
  link.target = isHere ? '' : '_top';
});
