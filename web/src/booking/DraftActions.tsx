import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { PageLink } from "@/platform/ui/PageLink";
import { actionWords } from "./actionTexts";

interface DraftActionsProps {
  /** The booking that is changed; absent for a new one. */
  edited?: string;
  /** Whether the form shows a draft from before. */
  kept: boolean;
  /** Forgets the draft; the link then opens the booking. */
  onLeave: () => void;
  onStartOver: () => void;
}

/** Ways out of a form that is filled in: leave the change, or begin anew. */
export function DraftActions({ edited, kept, onLeave, onStartOver }: DraftActionsProps) {
  const text = useTexts(actionWords);
  if (!edited && !kept) {
    return null;
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {edited && (
        <PageLink
          href={`/booking?id=${edited}`}
          onClick={onLeave}
          className="text-leaf inline-flex min-h-11 items-center underline underline-offset-4"
        >
          {text.leave}
        </PageLink>
      )}
      {kept && (
        <>
          <p className="text-muted">{text.startOverText}</p>
          <Button look="plain" onClick={onStartOver}>
            {text.startOver}
          </Button>
        </>
      )}
    </div>
  );
}
