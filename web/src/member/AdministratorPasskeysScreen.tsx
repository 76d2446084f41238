"use client";

import { usePasskeys } from "@/access/passkeys/support";
import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { Loading } from "@/platform/ui/Loading";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { ChangePasskeyRule } from "./ChangePasskeyRule";
import { words } from "./administratorPasskeyTexts";

/** Whether administrators need a passkey besides the password. */
export function AdministratorPasskeysScreen() {
  const text = useTexts(words);
  const supported = usePasskeys();
  const { data, error, mutate } = useAnswer("/api/admin/security-settings", () =>
    ask(api.GET("/api/admin/security-settings")),
  );
  const needed = data?.administratorsNeedPasskey;
  return (
    <Screen title={text.title} about={text.about} narrow>
      <Problem error={data ? null : error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      {needed !== undefined && (
        <Card className="flex flex-col gap-4">
          <Notice kind={needed ? "good" : "warning"}>{needed ? text.on : text.off}</Notice>
          <h2>{text.how}</h2>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {[text.who, text.need, text.two].map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <h2>{text.lost}</h2>
          <p>{text.lostText}</p>
          {supported ? (
            <ChangePasskeyRule
              needed={needed}
              onChanged={(settings) => void mutate(settings, { revalidate: false })}
            />
          ) : (
            <p>{text.unsupported}</p>
          )}
        </Card>
      )}
    </Screen>
  );
}
