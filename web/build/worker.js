// Caches the garden's page on the device, so that it opens without a network and shows the offline
// copy. The worker caches no answers of the server: the page stores them and shows their age.

/** The build fills this in: the garden's page and all files that it loads. */
const SHELL = [];
const CACHE = "booking-VERSION";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(SHELL))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) {
    return;
  }
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => gardenInstead(pathname)));
  } else if (SHELL.includes(pathname) && pathname.startsWith("/_next/static/")) {
    event.respondWith(caches.match(request).then((cached) => cached ?? fetch(request)));
  }
});

/** Without a network only the garden's page works; the others redirect to it, and it says so. */
async function gardenInstead(pathname) {
  if (pathname !== "/garden") {
    return Response.redirect("/garden?offline");
  }
  return (await caches.match("/garden")) ?? Response.error();
}
