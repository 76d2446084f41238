import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { download } from "@/platform/files/download";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Problem } from "@/platform/ui/Problem";
import { lastNight, type Period } from "./period";
import { words } from "./texts";

/** Downloads the figures. The app requests the file itself, so that it gets the app's language. */
export function DownloadCsv({ period }: { period: Period }) {
  const text = useTexts(words);
  const { send, busy, refusal } = useSending(async () => {
    const table = await ask(
      // As bytes: read as text, it would lose the byte order mark that spreadsheets need.
      api.GET("/api/admin/occupancy.csv", { params: { query: period }, parseAs: "blob" }),
    );
    download(`${text.file}-${period.from}-${lastNight(period)}.csv`, table);
  });
  return (
    <>
      <Button
        look="plain"
        busy={busy}
        className="col-span-2 lg:col-span-1"
        onClick={() => void send()}
      >
        {text.download}
      </Button>
      <div className="col-span-full empty:hidden">
        <Problem error={refusal} />
      </div>
    </>
  );
}
