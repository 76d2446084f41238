import { clsx } from "clsx";
import { useRef, useState } from "react";
import { texts, useTexts } from "@/platform/texts/texts";
import { Button } from "./Button";
import { BOX, Labelled } from "./Field";

const words = texts(
  {
    copy: "Kopieren",
    copied: "✓ Kopiert",
    byHand: "Der Text ist markiert: Kopiere ihn von Hand.",
  },
  { copy: "Copy", copied: "✓ Copied", byHand: "The text is selected: copy it by hand." },
);

interface CopyFieldProps {
  label: string;
  hint?: string;
  value: string;
}

/** A text to copy, such as a link. */
export function CopyField({ label, hint, value }: CopyFieldProps) {
  const text = useTexts(words);
  const field = useRef<HTMLInputElement>(null);
  const [message, setMessage] = useState("");

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      setMessage(text.copied);
    } catch {
      // Browsers give no access to the clipboard without TLS.
      field.current?.select();
      setMessage(text.byHand);
    }
  }

  return (
    <Labelled label={label} hint={hint}>
      {(ids) => (
        <>
          <div className="flex gap-2">
            <input
              ref={field}
              readOnly
              value={value}
              onFocus={(event) => event.target.select()}
              {...ids}
              className={clsx(BOX, "min-h-11 min-w-0 flex-1")}
            />
            <Button look="plain" onClick={() => void copy()}>
              {text.copy}
            </Button>
          </div>
          <p role="status" className="text-leaf text-sm font-medium">
            {message}
          </p>
        </>
      )}
    </Labelled>
  );
}
