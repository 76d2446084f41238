import { useState } from "react";
import type { Me } from "@/access/me";
import { usePasskeys } from "@/access/passkeys/support";
import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { useFocusHome } from "@/platform/ui/useFocusHome";
import { StatusMessage } from "@/platform/ui/StatusMessage";
import { NewPasskey } from "./NewPasskey";
import { PasskeyRow } from "./PasskeyRow";
import { words } from "./passkeyTexts";

/** The passkeys that let one in. */
export function MyPasskeys({ me }: { me: Me }) {
  const text = useTexts(words);
  const supported = usePasskeys();
  const { data, error, mutate } = useAnswer("/api/me/passkeys", () =>
    ask(api.GET("/api/me/passkeys")),
  );
  const [adding, setAdding] = useState(false);
  const [message, setMessage] = useState("");
  const { home, goHome } = useFocusHome<HTMLHeadingElement>();

  function close(sentence: string): void {
    setAdding(false);
    setMessage(sentence);
    goHome();
  }

  function changed(sentence: string): void {
    close(sentence);
    void mutate();
  }

  return (
    <Card className="flex flex-col gap-3">
      <h2 ref={home} tabIndex={-1} className="outline-none">
        {text.title}
      </h2>
      <p className="text-muted">{text.text}</p>
      <Problem error={data ? null : error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      {data && data.length > 0 && (
        <ul className="border-line divide-line divide-y border-y">
          {data.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              me={me}
              passkey={passkey}
              onRemoved={() => changed(text.removed(passkey.name))}
            />
          ))}
        </ul>
      )}
      {!supported && <p>{text.unsupported}</p>}
      <div className="flex flex-wrap items-center gap-x-4">
        {supported && !adding && (
          <Button look="plain" onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        )}
        <StatusMessage>{message}</StatusMessage>
      </div>
      {adding && (
        <NewPasskey
          me={me}
          onAdded={(name) => changed(text.added(name))}
          onCancel={() => close("")}
        />
      )}
    </Card>
  );
}
