import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { useTexts } from "@/platform/texts/texts";
import { ConfirmButton } from "@/platform/ui/ConfirmButton";
import { useFocusHome } from "@/platform/ui/useFocusHome";
import { ProfileCard, ProfileRows } from "./ProfileCard";
import { SessionRow } from "./SessionRow";
import { words } from "./sessionTexts";

/** The devices on which the member is logged in; each log-in can be ended. */
export function MySessions() {
  const text = useTexts(words);
  const sessions = useAnswer("/api/me/sessions", () => ask(api.GET("/api/me/sessions")));
  const [message, setMessage] = useState("");
  const { home, goHome } = useFocusHome<HTMLHeadingElement>();

  function changed(sentence: string): void {
    setMessage(sentence);
    goHome();
    void sessions.mutate();
  }

  return (
    <ProfileCard
      title={text.title}
      text={text.text}
      loading={text.loading}
      answer={sessions}
      heading={home}
      message={message}
      actions={
        sessions.data &&
        sessions.data.length > 1 && (
          <ConfirmButton
            label={text.endOthers}
            look="plain"
            title={text.question}
            danger
            action={() => ask(api.DELETE("/api/me/sessions"))}
            onDone={() => changed(text.endedOthers)}
          >
            {() => <p>{text.consequence}</p>}
          </ConfirmButton>
        )
      }
    >
      {sessions.data && (
        <ProfileRows>
          {sessions.data.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              onEnded={(device) => changed(text.ended(device))}
            />
          ))}
        </ProfileRows>
      )}
    </ProfileCard>
  );
}
