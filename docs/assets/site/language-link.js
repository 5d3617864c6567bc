/**
 * Makes the links to the same page, in the other language or in another view, lead to the same place
 * on it; the language link to the same view, too.
 */
export function keepPlace() {
  const { view } = document.documentElement.dataset;
  /** @type {HTMLAnchorElement[]} */
  const links = [...document.querySelectorAll('a:is(.language-link, .view-link)')];
  const views = links.filter((link) => link.matches('[popover] > .view-link'));
  const current = views.find((link) => view && link.search.endsWith(`=${view}`)) ?? views[0];
  current?.setAttribute('aria-current', 'true');
  const update = () => {
    for (const link of links) {
      if (view && link.matches('.language-link')) link.search = `view=${view}`;
      link.hash = location.hash;
    }
  };
  update();
  // The theme moves the hash with replaceState, which fires no event; so look when it matters.
  for (const event of ['pointerdown', 'focusin', 'click']) document.addEventListener(event, update, true);
}
