/** Makes the link to the other language lead to the same place on the page. */
export function keepAnchor() {
  const link = document.querySelector('a.language-link');
  if (!(link instanceof HTMLAnchorElement)) return;
  const update = () => {
    link.hash = location.hash;
  };
  update();
  // The theme moves the hash with replaceState, which fires no event; so look when it matters.
  link.addEventListener('pointerdown', update);
  link.addEventListener('focus', update);
  link.addEventListener('click', update);
}
