import type { Schemas } from "@/platform/api/client";

export type Member = Schemas["User"];

/** The groups that members are shown in, in this order: first those that wait for a decision. */
export const GROUPS = ["pending", "active", "invited", "rejected", "revoked"] as const;

export type Group = (typeof GROUPS)[number];

const GROUP: Record<Member["status"], Group> = {
  Pending: "pending",
  Unverified: "pending",
  Active: "active",
  Invited: "invited",
  Rejected: "rejected",
  Revoked: "revoked",
};

export function groupOf(member: Member): Group {
  return GROUP[member.status];
}

export function waitsForApproval(member: Member): boolean {
  return groupOf(member) === "pending";
}

export function nameOf(member: Member): string {
  return `${member.firstName} ${member.lastName}`;
}
