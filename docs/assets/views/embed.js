/** Content alone, in the frame of another page: what leads away leads the whole window away. */

document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link) return;
  const isHere = link.hash && link.pathname + link.search === location.pathname + location.search;
  link.target = isHere ? '' : '_top';
});
