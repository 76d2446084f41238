import type { ReactNode, RefObject } from "react";
import type { Refusal } from "@/platform/api/refusal";
import { Card } from "@/platform/ui/Card";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { StatusMessage } from "@/platform/ui/StatusMessage";

interface ProfileCardProps {
  title: string;
  text: string;
  /** Says that the answer is awaited. */
  loading: string;
  /** What the card shows, from `useAnswer`. */
  answer: { data?: unknown; error?: Refusal; mutate: () => Promise<unknown> };
  /** Takes the focus when what had it is gone. */
  heading: RefObject<HTMLHeadingElement | null>;
  /** The buttons under the content. */
  actions: ReactNode;
  /** Says what was done last. */
  message: string;
  /** What the card shows once the answer is there. */
  children: ReactNode;
}

/** A card of the profile: title, content, buttons, and what was done last. */
export function ProfileCard({
  title,
  text,
  loading,
  answer: { data, error, mutate },
  heading,
  actions,
  message,
  children,
}: ProfileCardProps) {
  return (
    <Card className="flex flex-col gap-3">
      <h2 ref={heading} tabIndex={-1} className="outline-none">
        {title}
      </h2>
      <p className="text-muted">{text}</p>
      <Problem error={data ? null : error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{loading}</Loading>}
      {children}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        {actions}
        <StatusMessage>{message}</StatusMessage>
      </div>
    </Card>
  );
}

/** The rows of a card: log-ins, passkeys. */
export function ProfileRows({ children }: { children: ReactNode }) {
  return <ul className="border-line divide-line divide-y border-y">{children}</ul>;
}
