"use client";

import { useEffect } from "react";
import { useLanguage } from "./language";

/** Sets the language of the page for the browser and for screen readers. */
export function PageLanguage() {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return null;
}
