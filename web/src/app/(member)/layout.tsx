"use client";

import type { ReactNode } from "react";
import { RequireSession } from "@/access/RequireSession";
import { FocusAfterNavigation } from "@/platform/ui/FocusAfterNavigation";
import { OnlyGarden } from "@/timeline/OnlyGarden";
import { RegisterServiceWorker } from "@/timeline/RegisterServiceWorker";
import { Navigation } from "./Navigation";

/** The layout of the pages that need a session. */
export default function MemberLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <RegisterServiceWorker />
      <Navigation />
      <FocusAfterNavigation />
      <main id="main" className="flex-1 px-3 pt-4 pb-28 sm:px-6 md:pb-10">
        <OnlyGarden />
        <RequireSession>{children}</RequireSession>
      </main>
    </div>
  );
}
