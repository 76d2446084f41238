import { useState, type ReactNode } from "react";
import type { Refusal } from "@/platform/api/refusal";
import { useSending } from "@/platform/api/useSending";
import { Button, type Look } from "./Button";
import { ConfirmDialog } from "./ConfirmDialog";

interface ConfirmButtonProps<T> {
  /** The text of the button, and of the button in the dialog that does it. */
  label: string;
  /** Whom or what it is about: screen readers read it after the label. */
  about?: string;
  look?: Look;
  title: string;
  /** Whether it takes something away. */
  danger?: boolean;
  /** Fields that show their own errors. */
  shown?: readonly string[];
  /** Sends it. If the server refuses it, the dialog stays open and shows why. */
  action: () => Promise<T>;
  /** Called in the same step that closes the dialog. */
  onDone: (result: T) => void;
  /** What follows from it, and perhaps a field with its errors. */
  children: (refusal: Refusal | null) => ReactNode;
}

/** A button that asks for confirmation in a dialog before it does anything. */
export function ConfirmButton<T>({
  label,
  about,
  look,
  action,
  onDone,
  children,
  ...dialog
}: ConfirmButtonProps<T>) {
  const [open, setOpen] = useState(false);
  const { send, busy, refusal, forget } = useSending(async () => {
    const result = await action();
    setOpen(false);
    onDone(result);
  });
  return (
    <>
      <Button look={look} onClick={() => setOpen(true)}>
        {label}
        {about && <span className="sr-only"> {about}</span>}
      </Button>
      {open && (
        <ConfirmDialog
          {...dialog}
          yes={label}
          busy={busy}
          refusal={refusal}
          onYes={() => void send()}
          onNo={() => {
            setOpen(false);
            forget();
          }}
        >
          {children(refusal)}
        </ConfirmDialog>
      )}
    </>
  );
}
