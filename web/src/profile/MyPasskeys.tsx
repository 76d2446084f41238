import { useState } from "react";
import type { Me } from "@/access/me";
import { usePasskeys } from "@/access/passkeys/support";
import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { useFocusHome } from "@/platform/ui/useFocusHome";
import { NewPasskey } from "./NewPasskey";
import { PasskeyRow } from "./PasskeyRow";
import { words } from "./passkeyTexts";
import { ProfileCard, ProfileRows } from "./ProfileCard";

/** The member's passkeys; each can be removed, and more can be added. */
export function MyPasskeys({ me }: { me: Me }) {
  const text = useTexts(words);
  const supported = usePasskeys();
  const passkeys = useAnswer("/api/me/passkeys", () => ask(api.GET("/api/me/passkeys")));
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
    void passkeys.mutate();
  }

  return (
    <ProfileCard
      title={text.title}
      text={text.text}
      loading={text.loading}
      answer={passkeys}
      heading={home}
      message={message}
      actions={
        supported &&
        !adding && (
          <Button look="plain" onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        )
      }
    >
      {passkeys.data && passkeys.data.length > 0 && (
        <ProfileRows>
          {passkeys.data.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              me={me}
              passkey={passkey}
              onRemoved={() => changed(text.removed(passkey.name))}
            />
          ))}
        </ProfileRows>
      )}
      {!supported && <p>{text.unsupported}</p>}
      {adding && (
        <NewPasskey
          me={me}
          onAdded={(name) => changed(text.added(name))}
          onCancel={() => close("")}
        />
      )}
    </ProfileCard>
  );
}
