/** Registers the service worker, and offers its new version: the reader chooses when to reload. */

const container = navigator.serviceWorker;
const reload = () => location.reload();

/**
 * Where the browser does not let us, the guide works as it did.
 *
 * @param {HTMLElement} offer It names the address of the worker.
 */
export function register(offer) {
  container.register(offer.dataset['worker'] ?? '').then((worker) => watch(worker, offer), () => {});
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @param {HTMLElement} offer
 */
function watch(registration, offer) {
  const look = () => {
    if (registration.waiting && registration.active) offer.togglePopover(true);
    registration.installing?.addEventListener('statechange', look);
  };
  look();
  registration.addEventListener('updatefound', look);
  offer.querySelector('button')?.addEventListener('click', () => {
    if (!registration.waiting) return reload(); // chosen in another tab already
    container.addEventListener('controllerchange', reload, { once: true });
    registration.waiting.postMessage('');
  });
}
