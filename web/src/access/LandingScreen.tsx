"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, type ComponentProps } from "react";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { Loading } from "@/platform/ui/Loading";
import { Notice } from "@/platform/ui/Notice";
import { PageLink } from "@/platform/ui/PageLink";
import { LogInForm } from "./LogInForm";
import { useMe } from "./me";
import { said, useSaid } from "./said";
import { words } from "./texts";
import { useWaysIn } from "./ways";

/** Where to go after signing in: only to a page of our own. */
function wanted(): string {
  const next = new URLSearchParams(window.location.search).get("next") ?? "";
  return /^\/[a-z]/.test(next) ? next : "/garden";
}

/** Who is signed in goes straight to the garden; everybody else meets the door. */
export function LandingScreen() {
  const text = useTexts(words);
  const router = useRouter();
  const why = useTexts(said);
  const word = useSaid();
  const { data: ways, error } = useWaysIn();
  const { data: me } = useMe(ways?.signedIn ?? false);
  const enter = useCallback(() => router.replace(wanted()), [router]);

  useEffect(() => {
    if (me || error?.status === 0) {
      enter();
    }
  }, [me, error, enter]);

  return (
    <div className="grid items-center gap-8 py-4 md:grid-cols-2 md:py-16">
      <title>Booking</title>
      <div>
        <h1 className="text-4xl leading-tight font-bold tracking-tight text-balance md:text-5xl">
          {text.welcome.title}
        </h1>
        <p className="text-muted mt-4 max-w-prose text-lg">{text.welcome.text}</p>
      </div>
      <Card>
        {me ? (
          <Loading>{text.loading}</Loading>
        ) : (
          <>
            {ways?.setupNeeded && <Said kind="info">{text.setupNeeded}</Said>}
            {word && <Said kind={word === "erased" ? "good" : "problem"}>{why[word]}</Said>}
            <LogInForm onDone={enter} />
            {ways?.registration !== false && (
              <>
                <hr className="border-line my-4" />
                <PageLink href="/register" className="text-leaf underline underline-offset-4">
                  {text.register}
                </PageLink>
              </>
            )}
          </>
        )}
      </Card>
    </div>
  );
}

/** What there is to know before logging in. */
function Said(notice: ComponentProps<typeof Notice>) {
  return (
    <div className="mb-4">
      <Notice {...notice} />
    </div>
  );
}
