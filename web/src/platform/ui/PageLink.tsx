"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";

interface PageLinkProps extends Omit<ComponentProps<typeof Link>, "prefetch"> {
  href: string;
}

/**
 * Leads to a page of ours. What that page needs is loaded when somebody is about to go there; for
 * every link at once, it would hold up the page that is looked at.
 */
export function PageLink({ href, ...rest }: PageLinkProps) {
  const router = useRouter();
  const prepare = () => router.prefetch(href);
  return <Link href={href} {...rest} prefetch={false} onPointerEnter={prepare} onFocus={prepare} />;
}
