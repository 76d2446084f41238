import type { ReactNode } from "react";
import { texts, useTexts } from "@/platform/texts/texts";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { Problem } from "./Problem";

const words = texts({ no: "Abbrechen" }, { no: "Cancel" });

interface ConfirmDialogProps {
  title: string;
  /** What follows, and perhaps a field. */
  children: ReactNode;
  /** What the button says that does it. */
  yes: string;
  /** What the other button says, where "Abbrechen" could be misunderstood. */
  no?: string;
  /** Whether something is taken away. */
  danger?: boolean;
  busy: boolean;
  refusal: unknown;
  /** Fields that show their own errors. */
  shown?: readonly string[];
  onYes: () => void;
  onNo: () => void;
}

/** Asks before something of weight is done. */
export function ConfirmDialog({
  title,
  children,
  yes,
  no,
  danger,
  busy,
  refusal,
  shown,
  onYes,
  onNo,
}: ConfirmDialogProps) {
  const text = useTexts(words);
  return (
    <Dialog title={title} onClose={onNo}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onYes();
        }}
      >
        {children}
        <Problem error={refusal} shown={shown} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button look="plain" onClick={onNo}>
            {no ?? text.no}
          </Button>
          <Button type="submit" look={danger ? "danger" : "main"} busy={busy}>
            {yes}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
