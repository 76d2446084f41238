import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Dialog } from "@/platform/ui/Dialog";
import { Problem } from "@/platform/ui/Problem";
import { words } from "./texts";

interface QuestionProps {
  title: string;
  /** What follows. */
  children: string;
  /** What the button says that does it. */
  yes: string;
  busy: boolean;
  refusal: unknown;
  onYes: () => void;
  onNo: () => void;
}

/** Asks before something that cannot be taken back. */
export function Question({ title, children, yes, busy, refusal, onYes, onNo }: QuestionProps) {
  const text = useTexts(words);
  return (
    <Dialog title={title} onClose={onNo}>
      <div className="flex flex-col gap-4">
        <p>{children}</p>
        <Problem error={refusal} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button look="plain" onClick={onNo}>
            {text.cancel}
          </Button>
          <Button look="danger" busy={busy} onClick={onYes}>
            {yes}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
