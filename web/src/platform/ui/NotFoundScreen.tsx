"use client";

import { texts, useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "./Button";

const words = texts(
  {
    title: "Hier ist nichts",
    text: "Diese Seite gibt es nicht – vielleicht fehlt am Ende der Adresse ein Stück.",
    home: "Zum Garten",
  },
  {
    title: "There is nothing here",
    text: "There is no such page – perhaps the end of its address is missing.",
    home: "To the garden",
  },
);

/** The page for unknown addresses. */
export function NotFoundScreen() {
  const text = useTexts(words);
  return (
    <main className="mx-auto flex max-w-xl flex-col items-start gap-4 px-4 py-16">
      <title>{`${text.title} · Booking`}</title>
      <h1>{text.title}</h1>
      <p>{text.text}</p>
      <ButtonLink href="/">{text.home}</ButtonLink>
    </main>
  );
}
