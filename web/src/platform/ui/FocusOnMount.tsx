import type { ReactNode } from "react";

function takeFocus(shown: HTMLDivElement | null): void {
  shown?.focus();
}

/** Replaces a form that was sent: takes the focus, so that screen readers read it. */
export function FocusOnMount({ children }: { children: ReactNode }) {
  return (
    <div ref={takeFocus} tabIndex={-1} className="flex flex-col gap-4 outline-none">
      {children}
    </div>
  );
}
