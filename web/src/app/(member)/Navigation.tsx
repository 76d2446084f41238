"use client";

import { clsx } from "clsx";
import { usePathname } from "next/navigation";
import { isAdministrator, useMe } from "@/access/me";
import { texts, useTexts } from "@/platform/texts/texts";
import { Logo } from "@/platform/ui/Logo";
import { Icon, type IconName } from "@/platform/ui/Icon";
import { PageLink } from "@/platform/ui/PageLink";
import { useNews } from "./useNews";

const words = texts(
  {
    skip: "Zum Inhalt",
    main: "Hauptmenü",
    garden: "Garten",
    book: "Buchen",
    bookings: "Buchungen",
    profile: "Profil",
    admin: "Verwaltung",
    news: (count: number) => `${count} neu`,
    admins: (count: number) => (count === 1 ? "1 wartet auf dich" : `${count} warten auf dich`),
  },
  {
    skip: "Skip to content",
    main: "Main menu",
    garden: "Garden",
    book: "Book",
    bookings: "Bookings",
    profile: "Profile",
    admin: "Manage",
    news: (count: number) => `${count} new`,
    admins: (count: number) => (count === 1 ? "1 waits for you" : `${count} wait for you`),
  },
);

interface Place {
  href: string;
  name: "garden" | "book" | "bookings" | "profile" | "admin";
  icon: IconName;
}

const PLACES: Place[] = [
  { href: "/garden", name: "garden", icon: "tree" },
  { href: "/book", name: "book", icon: "plus" },
  { href: "/bookings", name: "bookings", icon: "list" },
  { href: "/profile", name: "profile", icon: "person" },
];

const ADMIN: Place = { href: "/admin", name: "admin", icon: "key" };

/** At the bottom of a phone's screen, at the top of wider screens. */
export function Navigation() {
  const text = useTexts(words);
  const path = usePathname();
  const news = useNews();
  const { data: me, error } = useMe();
  const all = me && isAdministrator(me) ? [...PLACES, ADMIN] : PLACES;
  // Nothing offers to book while the page shows the offline copy.
  const places = all.filter(({ name }) => name !== "book" || error?.status !== 0);

  return (
    <header className="border-line bg-card md:border-b">
      <a
        href="#main"
        className="bg-leaf text-on-leaf sr-only rounded-xl px-4 py-3 focus:not-sr-only focus:absolute focus:z-20"
      >
        {text.skip}
      </a>
      <div className="mx-auto flex max-w-6xl items-center md:px-6">
        <PageLink href="/garden" className="hidden items-center gap-2 font-bold md:flex">
          <Logo />
          Booking
        </PageLink>
        <nav
          aria-label={text.main}
          className="border-line bg-card fixed inset-x-0 bottom-0 z-10 border-t pb-[env(safe-area-inset-bottom)] md:static md:ml-auto md:border-0 md:pb-0"
        >
          <ul className="flex justify-around md:flex-wrap md:justify-end md:gap-1">
            {places.map(({ href, name, icon }) => {
              const here = path === href || path.startsWith(href + "/");
              const count = name === "bookings" || name === "admin" ? news[name] : 0;
              return (
                <li key={href} className="min-w-0 flex-1 md:flex-none">
                  <PageLink
                    href={href}
                    aria-current={here ? "page" : undefined}
                    className={clsx(
                      // As large as five names fit beside each other, however large the text is.
                      "flex min-h-14 flex-col items-center justify-center gap-0.5 text-[min(0.75rem,3.2vw)] font-medium md:min-h-16 md:flex-row md:gap-2 md:px-3 md:text-base",
                      here ? "text-leaf font-bold" : "text-muted hover:text-ink",
                    )}
                  >
                    <span className="relative">
                      <Icon name={icon} />
                      {count > 0 && <Count>{count}</Count>}
                    </span>
                    <span>
                      {text[name]}
                      {count > 0 && (
                        <span className="sr-only">
                          {` (${name === "admin" ? text.admins(count) : text.news(count)})`}
                        </span>
                      )}
                    </span>
                  </PageLink>
                </li>
              );
            })}
          </ul>
        </nav>
      </div>
    </header>
  );
}

/** A number at an icon; screen readers get it in words. */
function Count({ children }: { children: number }) {
  return (
    <span
      aria-hidden
      className="bg-bloom text-card absolute -top-1.5 left-1/2 min-w-[1.7em] rounded-full px-[0.3em] text-center text-[min(0.75rem,3.2vw)] leading-[1.7em] font-bold"
    >
      {children > 99 ? "99+" : children}
    </span>
  );
}
