import { clsx } from "clsx";
import { createContext, useContext, type ReactNode } from "react";

interface ScreenProps {
  title: string;
  /** What it is for, in a sentence or two. */
  about?: string;
  /** Beside the title: what can be done here. */
  actions?: ReactNode;
  /** Forms and texts read better in a narrow column. */
  narrow?: boolean;
  children: ReactNode;
}

/** What is seen in the place of a screen's content while that is awaited; null once it may be seen. */
export const Awaited = createContext<ReactNode>(null);

/**
 * One screen: its name in the browser's tab and at its top, then what it shows. Title and
 * text stand in the page's file, so they are there before any script has run.
 */
export function Screen({ title, about, actions, narrow, children }: ScreenProps) {
  return (
    <div className={clsx("mx-auto flex w-full flex-col gap-5", narrow ? "max-w-xl" : "max-w-6xl")}>
      <title>{`${title} · Booking`}</title>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{title}</h1>
        {actions}
      </div>
      {about && <p className="text-muted -mt-2 max-w-prose">{about}</p>}
      {useContext(Awaited) ?? children}
    </div>
  );
}
