"use client";

import type { ReactNode } from "react";
import type { Refusal } from "@/platform/api/refusal";
import { useTexts } from "@/platform/texts/texts";
import { FocusOnMount } from "@/platform/ui/FocusOnMount";
import { ButtonLink } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Loading } from "@/platform/ui/Loading";
import { Notice } from "@/platform/ui/Notice";
import { Screen } from "@/platform/ui/Screen";
import { entry } from "./entryTexts";
import { useLinkToken } from "./link";

interface LinkScreenProps {
  title: string;
  /** What to do if the link is incomplete. */
  wayOut: ReactNode;
  /** Shown with the token of the link. */
  children: (token: string) => ReactNode;
}

/** A screen that is opened by a link with a one-time token. */
export function LinkScreen({ title, wayOut, children }: LinkScreenProps) {
  const text = useTexts(entry);
  const token = useLinkToken();
  return (
    <Screen title={title} narrow>
      <Card>
        {token === undefined && <Loading>{text.loading}</Loading>}
        {token === null && (
          <div className="flex flex-col gap-4">
            <Notice kind="warning">{text.incomplete}</Notice>
            {wayOut}
          </div>
        )}
        {token && <div key={token}>{children(token)}</div>}
      </Card>
    </Screen>
  );
}

/** Whether the server refused the link itself: another try with it would fail too. */
export function isSpent(refusal: Refusal | null): boolean {
  return refusal?.errors.token !== undefined;
}

interface SpentLinkProps {
  refusal: Refusal | null;
  /** What to do now. */
  children: ReactNode;
}

/** The server's reason why a link is not valid, and what to do now. */
export function SpentLink({ refusal, children }: SpentLinkProps) {
  return (
    <FocusOnMount>
      <Notice kind="problem">
        {refusal?.errors.token?.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      {children}
    </FocusOnMount>
  );
}

/** A link to the login page, for those who may have an account already. */
export function WayToLogIn({ children }: { children: string }) {
  const text = useTexts(entry);
  return (
    <>
      <p>{children}</p>
      <ButtonLink look="plain" href="/">
        {text.toLogIn}
      </ButtonLink>
    </>
  );
}
