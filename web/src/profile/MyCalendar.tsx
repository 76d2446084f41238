import { useState } from "react";
import type { Me } from "@/access/me";
import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { useSending } from "@/platform/api/useSending";
import { momentText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { FocusOnMount } from "@/platform/ui/FocusOnMount";
import { Button } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { CopyField } from "@/platform/ui/CopyField";
import { Loading } from "@/platform/ui/Loading";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { useFocusHome } from "@/platform/ui/useFocusHome";
import { StatusMessage } from "@/platform/ui/StatusMessage";
import { ConfirmDialog } from "@/platform/ui/ConfirmDialog";
import { words } from "./calendarTexts";
import { ConfirmAgain } from "./ConfirmAgain";

/** A secret address from which calendar programs fetch one's stays. */
export function MyCalendar({ me }: { me: Me }) {
  const text = useTexts(words);
  const language = useLanguage();
  const feed = useAnswer("/api/me/calendar-feed", () => ask(api.GET("/api/me/calendar-feed")));
  const [url, setUrl] = useState<string | null>(null);
  const [confirming, setConfirming] = useState<"again" | "revoke" | null>(null);
  const [password, setPassword] = useState("");
  const [message, setMessage] = useState("");
  const { home, goHome } = useFocusHome<HTMLHeadingElement>();
  const { mutate } = feed;

  const making = useSending(async (confirmed?: "confirmed") => {
    const made = await ask(
      api.POST("/api/me/calendar-feed", { body: password && !confirmed ? { password } : {} }),
    );
    setConfirming(null);
    setPassword("");
    setMessage("");
    setUrl(made.url);
    await mutate({ exists: true, createdAt: made.createdAt }, { revalidate: false });
  });
  const revoking = useSending(async () => {
    await ask(api.DELETE("/api/me/calendar-feed"));
    setConfirming(null);
    setUrl(null);
    setMessage(text.revoked);
    goHome();
    await mutate({ exists: false }, { revalidate: false });
  });

  const shown = me.hasPassword ? ["password"] : [];
  const again = making.refusal?.errors.password && (
    <ConfirmAgain
      me={me}
      label={text.password}
      value={password}
      errors={making.refusal.errors.password}
      onChange={setPassword}
      onConfirmed={() => void making.send("confirmed")}
    />
  );

  return (
    <Card className="flex flex-col gap-3">
      <h2 ref={home} tabIndex={-1} className="outline-none">
        {text.title}
      </h2>
      <p className="text-muted">{text.text}</p>
      <Problem error={feed.data ? null : feed.error} onRetry={() => void mutate()} />
      {!feed.data && !feed.error && <Loading>{text.loading}</Loading>}
      {url && <NewAddress key={url} url={url} />}
      {feed.data?.createdAt && !url && (
        <p>
          {text.exists(momentText(feed.data.createdAt, language))}{" "}
          <span className="text-muted">{text.lost}</span>
        </p>
      )}
      {!confirming && <Problem error={making.refusal} shown={shown} />}
      {!confirming && again}
      <div className="flex flex-wrap items-center gap-3">
        {feed.data && !feed.data.exists && (
          <Button look="plain" busy={making.busy} onClick={() => void making.send()}>
            {text.make}
          </Button>
        )}
        {feed.data?.exists && (
          <>
            <Button look="plain" onClick={() => setConfirming("again")}>
              {text.again}
            </Button>
            <Button look="danger" onClick={() => setConfirming("revoke")}>
              {text.revoke}
            </Button>
          </>
        )}
        <StatusMessage>{message}</StatusMessage>
      </div>
      {confirming === "again" && (
        <ConfirmDialog
          title={text.againQuestion}
          yes={text.again}
          danger
          busy={making.busy}
          refusal={making.refusal}
          shown={shown}
          onYes={() => void making.send()}
          onNo={() => setConfirming(null)}
        >
          <p>{text.againConsequence}</p>
          {again}
        </ConfirmDialog>
      )}
      {confirming === "revoke" && (
        <ConfirmDialog
          title={text.revokeQuestion}
          yes={text.revoke}
          danger
          busy={revoking.busy}
          refusal={revoking.refusal}
          onYes={() => void revoking.send()}
          onNo={() => setConfirming(null)}
        >
          <p>{text.revokeConsequence}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}

/** Shown once. Calendar programs listen to `webcal:`, by which they ask over HTTP. */
function NewAddress({ url }: { url: string }) {
  const text = useTexts(words);
  return (
    <FocusOnMount>
      <Notice kind="warning">{text.once}</Notice>
      <CopyField label={text.label} value={url} />
      <a
        href={url.replace(/^https?:/, "webcal:")}
        className="text-leaf inline-flex min-h-11 items-center self-start font-semibold underline underline-offset-4"
      >
        {text.open}
      </a>
    </FocusOnMount>
  );
}
