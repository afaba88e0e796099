/* Keeps the pages of one language readable without a network. `VERSION` and `FILES` stand above: publishing/offline.py
   writes them. A page comes from the network and only without one from the copy, so no copy hides a newer page. */
"use strict";

const SCOPE = self.registration.scope;
/* Other courses may live on the same host: the name holds the place of this one. */
const OURS = `inside-story:${new URL(SCOPE).pathname}:`;
const NAME = OURS + VERSION;
const KNOWN = new Map(FILES.map((file) => [file.split("?")[0], file]));
const PATIENCE = 4000;          /* milliseconds for a network that is there and does not answer */

/* A response that was redirected may not answer a navigation, so it is stored as if it had come at once. */
const plain = async (response) =>
  (response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response);

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(NAME);
    await Promise.all(FILES.map(async (file) => {
      const address = new URL(file, SCOPE);
      const response = await fetch(address, { cache: "no-cache" });
      if (!response.ok) throw new Error(`${address} answered ${response.status}`);
      await cache.put(address, await plain(response));
    }));
    await self.skipWaiting();
  })().catch(async (problem) => {
    await caches.delete(NAME);          /* a half copy is no copy */
    throw problem;
  }));
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== NAME).map((name) => caches.delete(name)));
  })());
});

/* The file that an address means: hosts may leave out .html and index.html. */
const fileOf = (address) => {
  const path = decodeURI(address.slice(SCOPE.length).split(/[?#]/)[0]);
  return [path, `${path}.html`, `${path}index.html`].find((name) => KNOWN.has(name));
};

/* Asking by name makes no new, empty copy after the reader had it removed. */
const copyOf = (file) => caches.match(new URL(KNOWN.get(file), SCOPE).href, { cacheName: NAME });

const fromNetwork = async (request, file) => {
  const waited = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  const network = fetch(request);
  network.catch(() => {});          /* it may fail after the copy was shown */
  const first = await Promise.race([network, waited]).catch(() => undefined);
  if (first && first.status < 500) return first;
  return (await copyOf(file)) ?? network;
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  const file = fileOf(request.url);
  if (!file) return;
  /* An address that changes with its content: the copy is always the right one. */
  const lasting = /\?v=|\/inside-story\.[0-9a-f]+\.css$/.test(request.url) && request.url === new URL(KNOWN.get(file), SCOPE).href;
  event.respondWith(lasting ? copyOf(file).then((copy) => copy ?? fetch(request)) : fromNetwork(request, file));
});
