import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Problem } from "@/platform/ui/Problem";
import { ConfirmDialog } from "@/platform/ui/ConfirmDialog";
import { words } from "./texts";
import { requestOf, typedOf, type Accommodation } from "./typed";
import { readAccommodation } from "./useAccommodations";

interface OpenOrCloseProps {
  place: Accommodation;
  onDone: (what: string) => void;
}

/** Opens the place again, with its other fields as the server has them now. */
async function open(id: string): Promise<void> {
  const { place, etag } = await readAccommodation(id);
  await ask(
    api.PUT("/api/sleeping-accommodations/{id}", {
      params: { path: { id }, header: { "If-Match": etag } },
      body: { ...requestOf(typedOf(place)), isActive: true },
    }),
  );
}

async function close(id: string): Promise<void> {
  await ask(api.DELETE("/api/sleeping-accommodations/{id}", { params: { path: { id } } }));
}

/** Closes a place for new bookings, or opens it again. */
export function OpenOrClose({ place, onDone }: OpenOrCloseProps) {
  const text = useTexts(words);
  const [confirming, setConfirming] = useState(false);
  const { id, name, isActive } = place;
  const { send, busy, refusal, forget } = useSending(async () => {
    await (isActive ? close(id) : open(id));
    await refreshGarden();
    setConfirming(false);
    onDone(isActive ? text.deactivated(name) : text.activated(name));
  });
  return (
    <>
      <Button
        look={isActive ? "danger" : "plain"}
        busy={busy && !confirming}
        onClick={() => (isActive ? setConfirming(true) : void send())}
      >
        {isActive ? text.deactivate : text.activate}
        <span className="sr-only"> {name}</span>
      </Button>
      {!confirming && <Problem error={refusal} />}
      {confirming && (
        <ConfirmDialog
          title={text.deactivateTitle(name)}
          yes={text.deactivate}
          danger
          busy={busy}
          refusal={refusal}
          onYes={() => void send()}
          onNo={() => {
            setConfirming(false);
            forget();
          }}
        >
          <p>{text.deactivateText}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
