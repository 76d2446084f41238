import { clsx } from "clsx";
import { createContext, useContext, type ReactNode } from "react";

interface ScreenProps {
  title: string;
  /** What the screen is for, in one or two sentences. */
  about?: string;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** Forms and texts read better in a narrow column. */
  narrow?: boolean;
  children: ReactNode;
}

/** What a screen shows instead of its content while the session loads; null once it may show it. */
export const Awaited = createContext<ReactNode>(null);

/**
 * One screen: its title in the browser's tab and at its top, then its content. Title and
 * text are in the HTML file, so they are visible before any script has run.
 */
export function Screen({ title, about, actions, narrow, children }: ScreenProps) {
  return (
    <div className={clsx("mx-auto flex w-full flex-col gap-5", narrow ? "max-w-xl" : "max-w-6xl")}>
      <title>{`${title} · Booking`}</title>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 tabIndex={-1} className="outline-none">
          {title}
        </h1>
        {actions}
      </div>
      {about && <p className="text-muted -mt-2 max-w-prose">{about}</p>}
      {useContext(Awaited) ?? children}
    </div>
  );
}
