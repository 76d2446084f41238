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
import { CopyField } from "@/platform/ui/CopyField";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { useFocusHome } from "@/platform/ui/useFocusHome";
import { ConfirmButton } from "@/platform/ui/ConfirmButton";
import { ConfirmDialog } from "@/platform/ui/ConfirmDialog";
import { words } from "./calendarTexts";
import { ConfirmAgain } from "./ConfirmAgain";
import { ProfileCard } from "./ProfileCard";

/** A secret address from which calendar programs fetch the member's stays. */
export function MyCalendar({ me }: { me: Me }) {
  const text = useTexts(words);
  const language = useLanguage();
  const feed = useAnswer("/api/me/calendar-feed", () => ask(api.GET("/api/me/calendar-feed")));
  const [url, setUrl] = useState<string | null>(null);
  const [confirming, setConfirming] = useState(false);
  const [password, setPassword] = useState("");
  const [message, setMessage] = useState("");
  const { home, goHome } = useFocusHome<HTMLHeadingElement>();
  const { mutate } = feed;

  const making = useSending(async (confirmed?: "confirmed") => {
    const made = await ask(
      api.POST("/api/me/calendar-feed", { body: password && !confirmed ? { password } : {} }),
    );
    setConfirming(false);
    setPassword("");
    setMessage("");
    setUrl(made.url);
    await mutate({ exists: true, createdAt: made.createdAt }, { revalidate: false });
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
    <ProfileCard
      title={text.title}
      text={text.text}
      loading={text.loading}
      answer={feed}
      heading={home}
      message={message}
      actions={
        <>
          {feed.data && !feed.data.exists && (
            <Button look="plain" busy={making.busy} onClick={() => void making.send()}>
              {text.make}
            </Button>
          )}
          {feed.data?.exists && (
            <>
              <Button look="plain" onClick={() => setConfirming(true)}>
                {text.again}
              </Button>
              <ConfirmButton
                label={text.revoke}
                look="danger"
                title={text.revokeQuestion}
                danger
                action={() => ask(api.DELETE("/api/me/calendar-feed"))}
                onDone={() => {
                  setUrl(null);
                  setMessage(text.revoked);
                  goHome();
                  void mutate({ exists: false }, { revalidate: false });
                }}
              >
                {() => <p>{text.revokeConsequence}</p>}
              </ConfirmButton>
            </>
          )}
        </>
      }
    >
      {url && <NewAddress key={url} url={url} />}
      {feed.data?.createdAt && !url && (
        <p>
          {text.exists(momentText(feed.data.createdAt, language))}{" "}
          <span className="text-muted">{text.lost}</span>
        </p>
      )}
      {!confirming && <Problem error={making.refusal} shown={shown} />}
      {!confirming && again}
      {confirming && (
        <ConfirmDialog
          title={text.againQuestion}
          yes={text.again}
          danger
          busy={making.busy}
          refusal={making.refusal}
          shown={shown}
          onYes={() => void making.send()}
          onNo={() => setConfirming(false)}
        >
          <p>{text.againConsequence}</p>
          {again}
        </ConfirmDialog>
      )}
    </ProfileCard>
  );
}

/** Shows the new address once. Calendar programs open `webcal:` links, and fetch them over HTTP. */
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
