import type { ReactNode } from "react";
import { LanguageSwitch } from "@/platform/texts/LanguageSwitch";
import { FocusAfterNavigation } from "@/platform/ui/FocusAfterNavigation";
import { Logo } from "@/platform/ui/Logo";
import { PageLink } from "@/platform/ui/PageLink";

/** The layout of the pages that need no session. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-5xl flex-col px-4">
      <header className="flex items-center justify-between py-3">
        <PageLink href="/" className="flex items-center gap-2 text-lg font-bold">
          <Logo />
          Booking
        </PageLink>
        <LanguageSwitch />
      </header>
      <FocusAfterNavigation />
      <main className="flex-1 py-4">{children}</main>
    </div>
  );
}
