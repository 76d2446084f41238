import { clsx } from "clsx";
import type { ReactNode } from "react";

interface ScreenProps {
  title: string;
  /** Beside the title: what can be done here. */
  actions?: ReactNode;
  /** Forms and texts read better in a narrow column. */
  narrow?: boolean;
  children: ReactNode;
}

/** One screen: its name in the browser's tab and at its top, then what it shows. */
export function Screen({ title, actions, narrow, children }: ScreenProps) {
  return (
    <div className={clsx("mx-auto flex w-full flex-col gap-5", narrow ? "max-w-xl" : "max-w-6xl")}>
      <title>{`${title} · Booking`}</title>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{title}</h1>
        {actions}
      </div>
      {children}
    </div>
  );
}
