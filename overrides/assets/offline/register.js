/** Registers the service worker. When there is a new version, the reader chooses when to reload. */

const container = navigator.serviceWorker;
const reload = () => location.reload();

/**
 * Without a service worker, which the browser may not allow, the guide works online.
 *
 * @param {HTMLElement} offer The popover; `data-worker` is the address of the worker.
 */
export function register(offer) {
  container.register(offer.dataset['worker'] ?? '').then((worker) => watch(worker, offer), () => {});
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @param {HTMLElement} offer
 */
function watch(registration, offer) {
  const update = () => {
    if (registration.waiting && registration.active) offer.togglePopover(true);
    registration.installing?.addEventListener('statechange', update);
  };
  update();
  registration.addEventListener('updatefound', update);
  offer.querySelector('button')?.addEventListener('click', () => {
    if (!registration.waiting) return reload(); // already activated in another tab
    container.addEventListener('controllerchange', reload, { once: true });
    registration.waiting.postMessage('');
  });
}
