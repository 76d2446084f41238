"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * Moves the focus to the title of a page that a link has opened, so that screen readers and the Tab
 * key begin there and not at the link that is gone. What has taken the focus itself keeps it.
 */
export function FocusAfterNavigation() {
  const path = usePathname();
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) {
      return;
    }
    shown.current = path;
    const main = document.querySelector("main");
    if (!main?.contains(document.activeElement)) {
      main?.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
    }
  }, [path]);
  return null;
}
