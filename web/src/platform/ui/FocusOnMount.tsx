import type { ReactNode } from "react";

function takeFocus(shown: HTMLDivElement | null): void {
  shown?.focus();
}

/** What took the place of a form that is done: takes over the focus, and so is read out. */
export function FocusOnMount({ children }: { children: ReactNode }) {
  return (
    <div ref={takeFocus} tabIndex={-1} className="flex flex-col gap-4 outline-none">
      {children}
    </div>
  );
}
