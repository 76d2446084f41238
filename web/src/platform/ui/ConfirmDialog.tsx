import type { ReactNode } from "react";
import { texts, useTexts } from "@/platform/texts/texts";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { Problem } from "./Problem";

const words = texts({ no: "Abbrechen" }, { no: "Cancel" });

interface ConfirmDialogProps {
  title: string;
  /** What follows from it, and perhaps a field. */
  children: ReactNode;
  /** The text of the button that does it. */
  yes: string;
  /** The text of the other button, where "Abbrechen" could be misunderstood. */
  no?: string;
  /** Whether it takes something away. */
  danger?: boolean;
  busy: boolean;
  refusal: unknown;
  /** Fields that show their own errors. */
  shown?: readonly string[];
  onYes: () => void;
  onNo: () => void;
}

/** Asks for confirmation in a dialog. */
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
