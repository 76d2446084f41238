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
import { notices, useLoginNotice } from "./loginNotice";
import { words } from "./texts";
import { useLoginMethods } from "./loginMethods";

/** The page to open after the login: only one of this site. */
function requestedPage(): string {
  const next = new URLSearchParams(window.location.search).get("next") ?? "";
  return /^\/[a-z]/.test(next) ? next : "/garden";
}

/** The login page; redirects members who are logged in to the garden. */
export function LandingScreen() {
  const text = useTexts(words);
  const router = useRouter();
  const noticeText = useTexts(notices);
  const notice = useLoginNotice();
  const { data: methods, error } = useLoginMethods();
  const { data: me } = useMe(methods?.signedIn ?? false);
  const enter = useCallback(() => router.replace(requestedPage()), [router]);

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
            {methods?.setupNeeded && <LoginMessage kind="info">{text.setupNeeded}</LoginMessage>}
            {notice && (
              <LoginMessage kind={notice === "erased" ? "good" : "problem"}>
                {noticeText[notice]}
              </LoginMessage>
            )}
            <LogInForm onDone={enter} />
            {methods?.registration !== false && (
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

/** A notice above the login form. */
function LoginMessage(notice: ComponentProps<typeof Notice>) {
  return (
    <div className="mb-4">
      <Notice {...notice} />
    </div>
  );
}
