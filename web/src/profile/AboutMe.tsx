import { useState } from "react";
import type { Me } from "@/access/me";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { TextField } from "@/platform/ui/Field";
import { Problem } from "@/platform/ui/Problem";
import { StatusMessage } from "@/platform/ui/StatusMessage";
import { words } from "./texts";
import { useProfileChange } from "./useProfileChange";

/** The member's name, address and role. Members cannot change their address or role. */
export function AboutMe({ me }: { me: Me }) {
  const text = useTexts(words);
  const [names, setNames] = useState({ firstName: me.firstName, lastName: me.lastName });
  const { send, busy, refusal, saved, touched } = useProfileChange();

  function type(typed: Partial<typeof names>): void {
    setNames({ ...names, ...typed });
    touched();
  }

  return (
    <Card>
      <h2 className="mb-3">{text.about.title}</h2>
      <form
        method="post"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send(names);
        }}
      >
        <Problem error={refusal} shown={["firstName", "lastName"]} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={text.about.firstName}
            autoComplete="given-name"
            required
            maxLength={100}
            value={names.firstName}
            errors={refusal?.errors.firstName}
            onChange={(event) => type({ firstName: event.target.value })}
          />
          <TextField
            label={text.about.lastName}
            autoComplete="family-name"
            required
            maxLength={100}
            value={names.lastName}
            errors={refusal?.errors.lastName}
            onChange={(event) => type({ lastName: event.target.value })}
          />
        </div>
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
          <div>
            <dt className="text-muted text-sm">{text.about.email}</dt>
            <dd className="break-words">{me.email}</dd>
          </div>
          <div>
            <dt className="text-muted text-sm">{text.about.role}</dt>
            <dd>{text.about.roles[me.role]}</dd>
          </div>
        </dl>
        <div className="flex items-center gap-4">
          <Button type="submit" busy={busy}>
            {text.save}
          </Button>
          <StatusMessage>{saved ? text.saved : ""}</StatusMessage>
        </div>
      </form>
    </Card>
  );
}
