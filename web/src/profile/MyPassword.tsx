import { useState } from "react";
import { setMe, type Me } from "@/access/me";
import { NewPassword } from "@/access/NewPassword";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { FocusOnMount } from "@/platform/ui/FocusOnMount";
import { Button } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { useFocusHome } from "@/platform/ui/useFocusHome";
import { OtherConfirmation } from "./OtherConfirmation";
import { CurrentPassword } from "./CurrentPassword";
import { words } from "./texts";

type Stage = "closed" | "open" | "done";

export function MyPassword({ me }: { me: Me }) {
  const text = useTexts(words);
  const [stage, setStage] = useState<Stage>("closed");
  const { home, goHome } = useFocusHome<HTMLHeadingElement>();
  return (
    <Card className="flex flex-col gap-3">
      <h2 ref={home} tabIndex={-1} className="outline-none">
        {text.password.title}
      </h2>
      {stage === "done" && (
        <FocusOnMount>
          <Notice kind="good">{text.password.done}</Notice>
        </FocusOnMount>
      )}
      {stage === "open" ? (
        <PasswordForm
          me={me}
          onDone={() => setStage("done")}
          onCancel={() => {
            setStage("closed");
            goHome();
          }}
        />
      ) : (
        <Button look="plain" className="self-start" onClick={() => setStage("open")}>
          {me.hasPassword ? text.password.change : text.password.choose}
        </Button>
      )}
    </Card>
  );
}

interface PasswordFormProps {
  me: Me;
  onDone: () => void;
  onCancel: () => void;
}

function PasswordForm({ me, onDone, onCancel }: PasswordFormProps) {
  const text = useTexts(words);
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNew] = useState("");
  const { send, busy, refusal } = useSending(async () => {
    await ask(
      api.PUT("/api/me/password", {
        body: me.hasPassword ? { currentPassword, newPassword } : { newPassword },
      }),
    );
    if (!me.hasPassword) {
      await setMe({ ...me, hasPassword: true });
    }
    onDone();
  });

  return (
    <form
      method="post"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Problem
        error={refusal}
        shown={me.hasPassword ? ["currentPassword", "newPassword"] : ["newPassword"]}
      />
      <CurrentPassword
        me={me}
        label={text.password.current}
        autoFocus
        value={currentPassword}
        errors={refusal?.errors.currentPassword}
        onChange={setCurrent}
      />
      {!me.hasPassword && refusal?.errors.currentPassword && (
        <OtherConfirmation me={me} onConfirmed={() => void send()} />
      )}
      <NewPassword
        label={text.password.new}
        name="newPassword"
        value={newPassword}
        errors={refusal?.errors.newPassword}
        onChange={setNew}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {text.password.send}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}
