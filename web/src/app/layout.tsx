import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { PageLanguage } from "@/platform/texts/PageLanguage";
import "./globals.css";

export const metadata: Metadata = {
  description: "Betten, Zelte und Nächte im Garten der Familie: sehen, was frei ist, und buchen.",
  manifest: "/manifest.webmanifest",
  icons: { icon: "/icon.svg", apple: "/icon-192.png" },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f5f3ea" },
    { media: "(prefers-color-scheme: dark)", color: "#121711" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="de">
      <body className="min-h-dvh antialiased">
        <PageLanguage />
        {children}
      </body>
    </html>
  );
}
