"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, type ReactNode } from "react";
import { useTexts } from "@/platform/texts/texts";
import { Loading } from "@/platform/ui/Loading";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { Awaited } from "@/platform/ui/Screen";
import { LogInAgain } from "./LogInAgain";
import { useLoginMethods } from "./loginMethods";
import { useMe } from "./me";
import { waiting } from "./texts";

/** Pages that can show the offline copy while the server cannot be reached. */
const READABLE_OFFLINE = ["/garden"];

/** Shows its children to members who are logged in; sends everybody else to the login page. */
export function RequireSession({ children }: { children: ReactNode }) {
  const text = useTexts(waiting);
  const router = useRouter();
  const path = usePathname();
  const { data: me, error, mutate } = useMe();
  // Names the time zone of the garden, which every date on these pages needs.
  useLoginMethods();
  const stranger = !me && error?.status === 401;

  useEffect(() => {
    if (stranger) {
      const here = window.location.pathname + window.location.search;
      router.replace("/?next=" + encodeURIComponent(here));
    }
  }, [stranger, router]);

  const unknown = !me && error && !stranger;
  if (unknown && !READABLE_OFFLINE.includes(path)) {
    return <Problem error={error} onRetry={() => void mutate()} />;
  }
  return (
    <>
      {me && me.status !== "Active" && (
        <div className="mx-auto mb-4 max-w-6xl">
          <Notice kind="warning">{text.notApproved}</Notice>
        </div>
      )}
      <Awaited value={me || unknown ? null : <Loading>{text.loading}</Loading>}>{children}</Awaited>
      {me && <LogInAgain email={me.email} />}
    </>
  );
}
