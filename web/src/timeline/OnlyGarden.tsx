"use client";

import { useSyncExternalStore } from "react";
import { useMe } from "@/access/me";
import { texts, useTexts } from "@/platform/texts/texts";
import { Notice } from "@/platform/ui/Notice";

const words = texts(
  {
    text: "Die Seite, die du öffnen wolltest, braucht eine Verbindung. Solange du keine hast, siehst du hier den Garten, wie er zuletzt war.",
  },
  {
    text: "The page you wanted needs a connection. Until you have one, this is the garden as it was last known.",
  },
);

const never = () => () => undefined;

/** Says why the garden shows although another page was opened: the service worker led here. */
export function OnlyGarden() {
  const text = useTexts(words);
  const { error } = useMe();
  const led = useSyncExternalStore(
    never,
    () => new URLSearchParams(window.location.search).has("offline"),
    () => false,
  );
  if (!led || error?.status !== 0) {
    return null;
  }
  return (
    <div className="mx-auto mb-4 max-w-6xl">
      <Notice kind="warning">{text.text}</Notice>
    </div>
  );
}
