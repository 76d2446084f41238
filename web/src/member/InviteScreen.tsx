"use client";

import { useSearchParams } from "next/navigation";
import { Suspense, useState, type ChangeEvent } from "react";
import { refreshGarden } from "@/platform/api/refresh";
import { useSending } from "@/platform/api/useSending";
import { language } from "@/platform/texts/language";
import { LanguageSelect } from "@/platform/texts/LanguageSelect";
import { useTexts } from "@/platform/texts/texts";
import { FocusOnMount } from "@/platform/ui/FocusOnMount";
import { Button, ButtonLink } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Select, TextField } from "@/platform/ui/Field";
import { Loading } from "@/platform/ui/Loading";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { invite, type Guest } from "./invite";
import { InviteLink } from "./InviteLink";
import type { Member } from "./member";
import { inviteWords } from "./texts";
import { useMembers } from "./useMembers";

function nobody(): Guest {
  return { email: "", firstName: "", lastName: "", role: "Member", language: language() };
}

function guestOf({ email, firstName, lastName, language: reads }: Member): Guest {
  return { email, firstName, lastName, role: "Member", language: reads };
}

/** Invites a person with a link; needs no mail. */
export function InviteScreen() {
  const text = useTexts(inviteWords);
  return (
    <Screen title={text.title} narrow>
      <Card>
        <Suspense fallback={<Loading>{text.loading}</Loading>}>
          <FirstOrAgain />
        </Suspense>
      </Card>
    </Screen>
  );
}

/** A new person, or one who was here before: `/admin/people/invite?again=<id>`. */
function FirstOrAgain() {
  const text = useTexts(inviteWords);
  const again = useSearchParams().get("again");
  const { data, error, mutate } = useMembers(again !== null);
  const known = data?.find((member) => member.id === again);
  if (again && !data) {
    return error ? (
      <Problem error={error} onRetry={() => void mutate()} />
    ) : (
      <Loading>{text.loading}</Loading>
    );
  }
  return <Invitation known={known} />;
}

function Invitation({ known }: { known?: Member }) {
  const text = useTexts(inviteWords);
  // The person keeps what they were when the form opened: the invitation changes their status.
  const [guest, setGuest] = useState(() => (known ? guestOf(known) : nobody()));
  const [link, setLink] = useState<string | null>(null);
  const name = `${guest.firstName} ${guest.lastName}`;
  if (!link) {
    return (
      <InviteForm
        guest={guest}
        about={known?.status === "Revoked" ? text.againText : text.text}
        onChange={setGuest}
        onLink={setLink}
      />
    );
  }
  return (
    <FocusOnMount>
      <Notice kind="good">{text.done(name)}</Notice>
      <InviteLink link={link} name={name} />
      <div className="flex flex-wrap gap-3">
        <Button
          look="plain"
          onClick={() => {
            setGuest(nobody());
            setLink(null);
          }}
        >
          {text.another}
        </Button>
        <ButtonLink href="/admin/people">{text.back}</ButtonLink>
      </div>
    </FocusOnMount>
  );
}

interface InviteFormProps {
  guest: Guest;
  /** What follows from the invitation. */
  about: string;
  onChange: (guest: Guest) => void;
  onLink: (link: string) => void;
}

function InviteForm({ guest, about, onChange, onLink }: InviteFormProps) {
  const text = useTexts(inviteWords);
  const { send, busy, refusal } = useSending(async () => {
    onLink(await invite(guest));
    await refreshGarden();
  });
  const field = (name: "email" | "firstName" | "lastName") => ({
    name,
    label: text[name],
    required: true,
    // The browser would suggest the administrator's own data.
    autoComplete: "off",
    value: guest[name],
    errors: refusal?.errors[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) =>
      onChange({ ...guest, [name]: event.target.value }),
  });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className="text-muted">{about}</p>
      <Problem error={refusal} shown={["email", "firstName", "lastName"]} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...field("firstName")} maxLength={100} />
        <TextField {...field("lastName")} maxLength={100} />
      </div>
      <TextField {...field("email")} type="email" maxLength={254} />
      <LanguageSelect
        label={text.language}
        value={guest.language ?? "de"}
        onChoose={(chosen) => onChange({ ...guest, language: chosen })}
      />
      <Select
        label={text.role}
        name="role"
        value={guest.role}
        onChange={(event) =>
          onChange({
            ...guest,
            role: event.target.value === "Administrator" ? "Administrator" : "Member",
          })
        }
      >
        <option value="Member">{text.roles.Member}</option>
        <option value="Administrator">{text.roles.Administrator}</option>
      </Select>
      <Button type="submit" busy={busy}>
        {busy ? text.sending : text.send}
      </Button>
    </form>
  );
}
