import { useRouter } from "next/navigation";
import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button, ButtonLink } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Problem } from "@/platform/ui/Problem";
import { AccommodationFields } from "./AccommodationFields";
import { ChangedMeanwhile } from "./ChangedMeanwhile";
import { FullNights } from "./FullNights";
import { formWords } from "./texts";
import { FIELDS, merged, NOTHING, requestOf, typedOf } from "./typed";
import type { VersionedAccommodation } from "./useAccommodations";

const LIST = "/admin/accommodations";

/** Creates or changes a place to sleep; never overwrites what somebody else saved meanwhile. */
export function AccommodationForm({ changes }: { changes?: VersionedAccommodation }) {
  const text = useTexts(formWords);
  const router = useRouter();
  const [base, setBase] = useState(changes);
  const [typed, setTyped] = useState(() => (changes ? typedOf(changes.place) : NOTHING));
  const { send, busy, refusal, forget } = useSending(async () => {
    const body = requestOf(typed);
    await (base
      ? ask(
          api.PUT("/api/sleeping-accommodations/{id}", {
            params: { path: { id: base.place.id }, header: { "If-Match": base.etag } },
            body,
          }),
        )
      : ask(api.POST("/api/sleeping-accommodations", { body })));
    router.push(LIST);
    await refreshGarden();
  });

  const shownElsewhere =
    refusal?.status === 412 || refusal?.errors.maxCapacity?.includes(refusal.message);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Card className="flex flex-col gap-4">
        {changes && base && (
          <ChangedMeanwhile
            stale={refusal?.status === 412}
            before={changes}
            now={base}
            onLoad={(now) => {
              setBase(now);
              setTyped(merged(typedOf(base.place), typed, typedOf(now.place)));
              forget();
            }}
            onTake={setTyped}
          />
        )}
        {!shownElsewhere && <Problem error={refusal} shown={FIELDS} />}
        <FullNights nights={refusal?.nights ?? []} />
        <AccommodationFields typed={typed} errors={refusal?.errors ?? {}} onChange={setTyped} />
        <div className="flex flex-wrap justify-end gap-3">
          <ButtonLink href={LIST} look="plain">
            {text.cancel}
          </ButtonLink>
          <Button type="submit" busy={busy}>
            {busy ? text.sending : base ? text.save : text.add}
          </Button>
        </div>
      </Card>
    </form>
  );
}
