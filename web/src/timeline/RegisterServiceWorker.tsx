"use client";

import { useEffect } from "react";

/** Registers the service worker, which browsers allow only over TLS and on localhost. */
export function RegisterServiceWorker() {
  useEffect(() => {
    if (process.env.NODE_ENV === "production" && "serviceWorker" in navigator) {
      navigator.serviceWorker.register("/worker.js").catch(() => {
        // Without it only reading offline is not possible.
      });
    }
  }, []);
  return null;
}
