"use client";

import { useEffect } from "react";

/** Has the browser keep the garden's page, where it can: only under TLS, or on the machine itself. */
export function KeepForOffline() {
  useEffect(() => {
    if (process.env.NODE_ENV === "production" && "serviceWorker" in navigator) {
      navigator.serviceWorker.register("/worker.js").catch(() => {
        // Without it the garden is only not to be read offline.
      });
    }
  }, []);
  return null;
}
