import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Checkbox, TextField } from "@/platform/ui/Field";
import { Problem } from "@/platform/ui/Problem";
import { words } from "./texts";

/** Adds a calendar. The server reads it at once; the list shows whether that worked. */
export function AddCalendar({ onMessage }: { onMessage: (what: string) => void }) {
  const text = useTexts(words);
  const [name, setName] = useState("");
  const [url, setUrl] = useState("");
  const [skipNotAvailable, setSkip] = useState(false);
  const { send, busy, refusal } = useSending(async () => {
    const body = { name, url, skipNotAvailable };
    const added = await ask(api.POST("/api/admin/external-calendars", { body }));
    await refreshGarden();
    setName("");
    setUrl("");
    setSkip(false);
    onMessage(text.added(added.name));
  });
  return (
    <Card>
      <h2 className="mb-3">{text.addTitle}</h2>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Problem error={refusal} shown={["name", "url"]} />
        <TextField
          label={text.name}
          hint={text.nameHint}
          name="name"
          autoComplete="off"
          required
          maxLength={100}
          value={name}
          errors={refusal?.errors.name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={text.url}
          hint={text.urlHint}
          type="url"
          name="url"
          autoComplete="off"
          required
          maxLength={2000}
          placeholder="https://"
          value={url}
          errors={refusal?.errors.url}
          onChange={(event) => setUrl(event.target.value)}
        />
        <Checkbox
          label={text.skip}
          hint={text.skipHint}
          name="skipNotAvailable"
          checked={skipNotAvailable}
          onChange={(event) => setSkip(event.target.checked)}
        />
        <Button type="submit" busy={busy}>
          {busy ? text.adding : text.add}
        </Button>
      </form>
    </Card>
  );
}
