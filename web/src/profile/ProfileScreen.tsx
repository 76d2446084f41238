"use client";

import { logOut, useMe } from "@/access/me";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { AboutMe } from "./AboutMe";
import { DeleteAccount } from "./DeleteAccount";
import { MyCalendar } from "./MyCalendar";
import { MyData } from "./MyData";
import { MyLanguage } from "./MyLanguage";
import { MyPasskeys } from "./MyPasskeys";
import { MyPassword } from "./MyPassword";
import { MySessions } from "./MySessions";
import { Privacy } from "./Privacy";
import { Reminders } from "./Reminders";
import { words } from "./texts";

/** The profile: what members decide about themselves. */
export function ProfileScreen() {
  const text = useTexts(words);
  const { data: me } = useMe();
  const leaving = useSending(logOut);
  return (
    <Screen
      title={text.title}
      about={text.screen}
      narrow
      actions={
        <Button look="plain" busy={leaving.busy} onClick={() => void leaving.send()}>
          {text.logOut}
        </Button>
      }
    >
      <Problem error={leaving.refusal} />
      {me && (
        <>
          <AboutMe me={me} />
          <Privacy me={me} />
          <MyLanguage me={me} />
          <Reminders me={me} />
          <MyCalendar me={me} />
          <MyPassword me={me} />
          <MyPasskeys me={me} />
          <MySessions />
          <MyData />
          <DeleteAccount me={me} />
        </>
      )}
    </Screen>
  );
}
