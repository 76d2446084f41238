"use client";

import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { useTexts } from "@/platform/texts/texts";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { MailForm } from "./MailForm";
import { TestMail } from "./TestMail";
import { words } from "./texts";

/** How mail leaves the house, and a letter to try it. */
export function MailScreen() {
  const text = useTexts(words);
  const { data, error, mutate } = useAnswer(
    "/api/admin/email-settings",
    () => ask(api.GET("/api/admin/email-settings")),
    { revalidateOnFocus: false },
  );
  return (
    <Screen title={text.title} narrow>
      <Problem error={error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      {data && (
        <>
          <MailForm
            settings={data}
            onSaved={(settings) => mutate(settings, { revalidate: false })}
          />
          <TestMail configured={data.host !== ""} />
        </>
      )}
    </Screen>
  );
}
