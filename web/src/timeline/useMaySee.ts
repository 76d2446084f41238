import { isAdministrator, useMe } from "@/access/me";
import type { Stay } from "./timeline";

/** Says of a stay whether this member may open its booking: the own ones, administrators all. */
export function useMaySee(): (stay: Stay) => boolean {
  const { data: me } = useMe();
  const all = me !== undefined && isAdministrator(me);
  return (stay) => stay.mine || all;
}
