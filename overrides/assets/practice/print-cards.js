/** Prints the cards for two alone. Styles hide the rest of the page. */
export function onClick() {
  const { dataset } = document.documentElement;
  dataset['printed'] = 'cards';
  addEventListener('afterprint', () => delete dataset['printed'], { once: true });
  print();
}
