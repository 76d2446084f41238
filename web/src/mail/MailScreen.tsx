"use client";

import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { useTexts } from "@/platform/texts/texts";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { MailForm } from "./MailForm";
import { RefusedMail } from "./RefusedMail";
import { TestMail } from "./TestMail";
import { words } from "./texts";

/** The settings of the mail server, a test mail, and the mail that was refused. */
export function MailScreen() {
  const text = useTexts(words);
  const { data, error, mutate } = useAnswer(
    "/api/admin/email-settings",
    () => ask(api.GET("/api/admin/email-settings")),
    { revalidateOnFocus: false },
  );
  const [times, setTimes] = useState(0);
  return (
    <Screen title={text.title} about={text.about} narrow>
      <Problem error={error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      {data && (
        <>
          <MailForm
            settings={data}
            onSaved={async (settings) => {
              await mutate(settings, { revalidate: false });
              setTimes(times + 1);
            }}
          />
          {/* What came of a test says nothing of other settings. */}
          <TestMail key={times} configured={data.host !== ""} />
          <RefusedMail />
        </>
      )}
    </Screen>
  );
}
