import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { PageLink } from "./PageLink";
import { Spinner } from "./Spinner";

export type Look = "main" | "plain" | "danger" | "quiet";

const LOOK: Record<Look, string> = {
  main: "bg-leaf text-on-leaf hover:bg-leaf-deep",
  plain: "border border-field bg-card text-ink hover:bg-leaf-soft",
  danger: "border border-bloom bg-card text-bloom hover:bg-bloom-soft",
  quiet: "text-leaf underline-offset-4 hover:underline",
};

function classes(look: Look, more?: string): string {
  return clsx(
    "inline-flex min-h-11 items-center justify-center gap-2 rounded-xl px-4 py-2 font-semibold transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60",
    LOOK[look],
    more,
  );
}

interface ButtonProps extends ComponentProps<"button"> {
  look?: Look;
  /** Shows a spinner and ignores clicks while a request runs; the button keeps the focus. */
  busy?: boolean;
}

export function Button({ look = "main", busy, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
      aria-disabled={busy}
      aria-busy={busy}
      className={classes(look, className)}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

interface ButtonLinkProps extends ComponentProps<typeof PageLink> {
  look?: Look;
  className?: string;
}

export function ButtonLink({ look = "main", className, ...rest }: ButtonLinkProps) {
  return <PageLink {...rest} className={classes(look, className)} />;
}

interface ExternalLinkProps extends ComponentProps<"a"> {
  look?: Look;
}

/** A link out of the web app, with a full page load. */
export function ExternalLink({ look = "main", className, ...rest }: ExternalLinkProps) {
  return <a {...rest} className={classes(look, className)} />;
}
