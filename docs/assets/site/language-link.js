/**
 * Makes the links to the same page, in the other language or in another view, lead to the same place
 * on it. The other language is shown in the same view. The link to the present view is marked.
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
  // The hash may move without an event, as in a practice; so look when it matters.
  for (const event of ['pointerdown', 'click']) document.addEventListener(event, update, true);
}
