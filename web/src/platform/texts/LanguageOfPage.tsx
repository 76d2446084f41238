"use client";

import { useEffect } from "react";
import { useLanguage } from "./language";

/** Tells the browser, and whoever has the page read aloud, which language it is in. */
export function LanguageOfPage() {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return null;
}
