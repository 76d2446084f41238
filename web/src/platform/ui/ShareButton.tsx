import { useSyncExternalStore } from "react";
import { texts, useTexts } from "@/platform/texts/texts";
import { Button } from "./Button";

const words = texts({ share: "Teilen …" }, { share: "Share …" });

interface ShareButtonProps {
  /** What the share sheet of the device gets. */
  data: () => ShareData;
  /** For screen readers: what is shared. */
  about?: string;
}

const never = () => () => undefined;

/** Opens the share sheet of the device; nothing where the browser has none. */
export function ShareButton({ data, about }: ShareButtonProps) {
  const text = useTexts(words);
  const able = useSyncExternalStore(
    never,
    () => typeof navigator.share === "function",
    () => false,
  );
  if (!able) {
    return null;
  }
  return (
    <Button
      look="plain"
      className="self-start"
      onClick={() => {
        // The person may close the sheet without sharing: that is no error.
        navigator.share(data()).catch(() => undefined);
      }}
    >
      {text.share}
      {about && <span className="sr-only"> {about}</span>}
    </Button>
  );
}
