/**
 * Keeps the place on the page in links to its other language and other views. The link to the other
 * language also keeps the view. The link to the current view is marked.
 */
export function keepPlace() {
  const { view } = document.documentElement.dataset;
  const current = document.querySelector(`[popover] > a${view ? `[href$="${view}"]` : ''}`);
  current?.setAttribute('aria-current', 'true');
  const update = () => {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll('.language-link, .view-link');
    for (const link of links) {
      if (view && link.hreflang) link.search = `view=${view}`;
      link.hash = location.hash;
    }
  };
  update();
  // The hash may change without an event, as in a practice, so update just before a link is followed.
  for (const event of ['pointerdown', 'click']) document.addEventListener(event, update, true);
}
