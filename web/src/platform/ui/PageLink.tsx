"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";

interface PageLinkProps extends Omit<ComponentProps<typeof Link>, "prefetch"> {
  href: string;
}

/**
 * A link to a page of this app. It prefetches the page on hover or focus; prefetching all links at
 * once would slow down the current page.
 */
export function PageLink({ href, ...rest }: PageLinkProps) {
  const router = useRouter();
  const prepare = () => router.prefetch(href);
  return <Link href={href} {...rest} prefetch={false} onPointerEnter={prepare} onFocus={prepare} />;
}
