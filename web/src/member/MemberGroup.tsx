import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { useRowFocus } from "@/platform/ui/useRowFocus";
import type { Group, Member } from "./member";
import { MemberRow } from "./MemberRow";
import { words } from "./texts";

interface MemberGroupProps {
  group: Group;
  members: Member[];
  /** Called with a sentence that says what was decided about a member. */
  onDone: (what: string) => void;
}

/** The members in one state. An empty group is hidden, except the one that waits for approval. */
export function MemberGroup({ group, members, onDone }: MemberGroupProps) {
  const text = useTexts(words);
  const { list, onRowRemoved } = useRowFocus<HTMLElement>();
  const hidden = members.length === 0 && group !== "pending";
  return (
    <Card ref={list} tabIndex={-1} aria-labelledby={group} className={hidden ? "sr-only" : ""}>
      <h2 id={group} className="mb-3">
        {text.groups[group]} {members.length > 0 && `(${members.length})`}
      </h2>
      {members.length === 0 ? (
        group === "pending" && <p className="text-muted">{text.nobodyWaits}</p>
      ) : (
        <ul className="divide-line -my-3 flex flex-col divide-y">
          {members.map((member, index) => (
            <MemberRow
              key={member.id}
              member={member}
              onDone={(what, stays) => {
                onDone(what);
                if (!stays) {
                  onRowRemoved(index);
                }
              }}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}
