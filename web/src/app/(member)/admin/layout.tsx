"use client";

import type { ReactNode } from "react";
import { isAdministrator, useMe } from "@/access/me";
import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import { Notice } from "@/platform/ui/Notice";
import { Screen } from "@/platform/ui/Screen";
import { words } from "./texts";

/** Around every page for administrators; everybody else hears that it is for them. */
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
