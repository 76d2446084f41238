"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, type ReactNode } from "react";
import { useTexts } from "@/platform/texts/texts";
import { Loading } from "@/platform/ui/Loading";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { LogInAgain } from "./LogInAgain";
import { useMe } from "./me";
import { waiting } from "./texts";

/** Pages that can show what this device last knew, when the server cannot be reached. */
const READABLE_OFFLINE = ["/garden"];

/** Shows its content to who is signed in, and the door to everybody else. */
export function SignedIn({ children }: { children: ReactNode }) {
  const text = useTexts(waiting);
  const router = useRouter();
  const path = usePathname();
  const { data: me, error, mutate } = useMe();
  const stranger = !me && error?.status === 401;

  useEffect(() => {
    if (stranger) {
      const here = window.location.pathname + window.location.search;
      router.replace("/?next=" + encodeURIComponent(here));
    }
  }, [stranger, router]);

  if (me) {
    return (
      <>
        {me.status !== "Active" && (
          <div className="mx-auto mb-4 max-w-6xl">
            <Notice kind="warning">{text.notApproved}</Notice>
          </div>
        )}
        {children}
        <LogInAgain email={me.email} />
      </>
    );
  }
  if (error && !stranger) {
    return READABLE_OFFLINE.includes(path) ? (
      children
    ) : (
      <Problem error={error} onRetry={() => void mutate()} />
    );
  }
  return <Loading>{text.loading}</Loading>;
}
