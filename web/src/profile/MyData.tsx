import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { today } from "@/platform/dates/nights";
import { download } from "@/platform/files/download";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Problem } from "@/platform/ui/Problem";
import { StatusMessage } from "@/platform/ui/StatusMessage";
import { words } from "./texts";

/** Downloads everything that the garden stores about the member. */
export function MyData() {
  const text = useTexts(words).data;
  const [done, setDone] = useState(false);
  const { send, busy, refusal } = useSending(async () => {
    setDone(false);
    const all = await ask(api.GET("/api/me/export"));
    const json = new Blob([JSON.stringify(all, null, 2)], { type: "application/json" });
    download(`${text.file}-${today()}.json`, json);
    setDone(true);
  });
  return (
    <Card className="flex flex-col gap-3">
      <h2>{text.title}</h2>
      <p className="text-muted">{text.text}</p>
      <Problem error={refusal} />
      <div className="flex flex-wrap items-center gap-x-4">
        <Button look="plain" busy={busy} onClick={() => void send()}>
          {text.send}
        </Button>
        <StatusMessage>{done ? text.done : ""}</StatusMessage>
      </div>
    </Card>
  );
}
