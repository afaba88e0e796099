/* Asks the browser to keep the pages for reading without a network. The work is done by sw.js of the language. */
(() => {
  "use strict";
  const root = document.documentElement;
  const here = new URL(root.dataset.content_root || "./", location.href);

  /* Both languages lie side by side; what is forgotten in one is forgotten in both. */
  addEventListener("course:forget", (event) => {
    const site = new URL("../", here);
    const removed = async () => {
      const workers = await navigator.serviceWorker?.getRegistrations() ?? [];
      const names = await window.caches?.keys() ?? [];
      await Promise.all([
        ...workers.filter((worker) => worker.scope.startsWith(site.href)).map((worker) => worker.unregister()),
        ...names.filter((name) => name.startsWith(`inside-story:${site.pathname}`)).map((name) => caches.delete(name)),
      ]);
    };
    event.detail?.push(removed());
  });

  /* Not from a file, not where data is dear, and not beside the course's own server, which is always there. */
  const allowed = "serviceWorker" in navigator && isSecureContext && location.protocol.startsWith("http");
  if (!allowed || navigator.connection?.saveData || root.dataset.practise === "on") return;
  const keep = () => navigator.serviceWorker.register(new URL("sw.js", here), { scope: here.href }).catch(() => {});
  if (document.readyState === "complete") keep();
  else addEventListener("load", keep);
})();
