import type { Schemas } from "@/platform/api/client";

export type Person = Schemas["User"];

/** The groups that people are shown in, in this order: first those for whom something is to do. */
export const GROUPS = ["pending", "active", "invited", "rejected", "revoked"] as const;

export type Group = (typeof GROUPS)[number];

const GROUP: Record<Person["status"], Group> = {
  Pending: "pending",
  Unverified: "pending",
  Active: "active",
  Invited: "invited",
  Rejected: "rejected",
  Revoked: "revoked",
};

export function groupOf(person: Person): Group {
  return GROUP[person.status];
}

export function waitsForApproval(person: Person): boolean {
  return groupOf(person) === "pending";
}

export function nameOf(person: Person): string {
  return `${person.firstName} ${person.lastName}`;
}
