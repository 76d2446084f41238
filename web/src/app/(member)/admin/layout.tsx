"use client";

import type { ReactNode } from "react";
import { isAdministrator, useMe } from "@/access/me";
import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import { Notice } from "@/platform/ui/Notice";
import { Screen } from "@/platform/ui/Screen";
import { words } from "./texts";

/** The layout of the administrators' pages; tells other members that the page is not for them. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  const text = useTexts(words);
  const { data: me } = useMe();
  if (me && !isAdministrator(me)) {
    return (
      <Screen title={text.title} narrow>
        <Notice>{text.onlyAdministrators}</Notice>
        <ButtonLink href="/garden" className="self-start">
          {text.toGarden}
        </ButtonLink>
      </Screen>
    );
  }
  return children;
}
