import { texts, useTexts } from "@/platform/texts/texts";
import { Button } from "./Button";

const words = texts(
  {
    page: (page: number, pages: number) => `Seite ${page} von ${pages}`,
    previous: "Vorige Seite",
    next: "Nächste Seite",
  },
  {
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    previous: "Previous page",
    next: "Next page",
  },
);

interface PagesProps {
  /** Counted from 0. */
  page: number;
  pages: number;
  onTurn: (page: number) => void;
}

/** Buttons for the previous and next page of a list; nothing if there is only one page. */
export function Pages({ page, pages, onTurn }: PagesProps) {
  const text = useTexts(words);
  if (pages <= 1) {
    return null;
  }
  return (
    <nav aria-label={text.page(page + 1, pages)} className="flex items-center gap-3">
      <Button look="plain" disabled={page === 0} onClick={() => onTurn(page - 1)}>
        {text.previous}
      </Button>
      <p aria-live="polite">{text.page(page + 1, pages)}</p>
      <Button look="plain" disabled={page + 1 >= pages} onClick={() => onTurn(page + 1)}>
        {text.next}
      </Button>
    </nav>
  );
}
