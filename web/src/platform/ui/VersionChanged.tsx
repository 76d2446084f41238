import type { ReactNode } from "react";
import { useSending } from "@/platform/api/useSending";
import { Button } from "./Button";
import { FocusOnMount } from "./FocusOnMount";
import { Notice } from "./Notice";
import { Problem } from "./Problem";

/** The version of something that a server sent, with the tag that names the version. */
interface Version {
  etag: string;
}

interface VersionChangedProps<V extends Version> {
  /** Whether the server has just refused the change because the form began with an old version. */
  stale: boolean;
  /** The version that the form began with. */
  before: V;
  /** The current version. */
  now: V;
  /** Says that somebody else saved a change. */
  message: string;
  /** The label of the button that reads the current version. */
  loadLabel: string;
  read: () => Promise<V>;
  onLoad: (now: V) => void;
  /** Shows the current version. */
  children: ReactNode;
}

/** Somebody else saved a change meanwhile: offers to read it, then shows it beside what is typed. */
export function VersionChanged<V extends Version>({
  stale,
  before,
  now,
  message,
  loadLabel,
  read,
  onLoad,
  children,
}: VersionChangedProps<V>) {
  const { send, busy, refusal } = useSending(async () => onLoad(await read()));
  if (stale) {
    return (
      <Notice kind="problem">
        <p>{message}</p>
        <Problem error={refusal} />
        <Button look="plain" className="mt-3" busy={busy} onClick={() => void send()}>
          {loadLabel}
        </Button>
      </Notice>
    );
  }
  return now !== before && <FocusOnMount key={now.etag}>{children}</FocusOnMount>;
}
