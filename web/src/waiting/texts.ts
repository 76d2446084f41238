import { texts } from "@/platform/texts/texts";

export const words = texts(
  {
    title: "Warteliste",
    loading: "Die Warteliste wird geladen …",
    about:
      "Wenn deine Wunschnächte voll sind, kannst du dich hier auf die Warteliste setzen. Wird alles davon frei, schreiben wir dir.",
    aboutNoMail:
      "Wenn deine Wunschnächte voll sind, kannst du dich hier auf die Warteliste setzen. Wird alles davon frei, siehst du es hier und hast einen Tag Zeit; Mails verschickt dieser Garten nicht.",
    none: "Du stehst auf keiner Warteliste.",
    join: "Auf volle Nächte warten",
    joinTitle: "Auf volle Nächte warten",
    joinText:
      "Wähle die Nächte und Betten, die du gern hättest. Wird alles davon frei, schreiben wir dir und halten es dir einen Tag lang frei.",
    joinTextNoMail:
      "Wähle die Nächte und Betten, die du gern hättest. Wird alles davon frei, halten wir es dir einen Tag lang frei. Dieser Garten verschickt keine Mails: Schau ab und zu auf die Warteliste.",
    send: "Auf die Warteliste",
    sending: "Wird gesendet …",
    when: "Welche Nächte?",
    where: "Wo und wie viele?",
    chooseFirst: "Wähle zuerst An- und Abreise.",
    notes: "Notiz (freiwillig)",
    statuses: { Waiting: "Wartet", Offered: "Frei für dich", Lapsed: "Abgelaufen" },
    position: (position: number) =>
      position === 1 ? "Du bist als Nächstes dran." : `Platz ${position} auf der Warteliste.`,
    heldUntil: (moment: string) => `Für dich freigehalten bis ${moment}.`,
    lapsed: "Das Angebot ist abgelaufen. Du kannst dich noch einmal auf die Warteliste setzen.",
    accept: "Annehmen und buchen",
    accepting: "Wird gebucht …",
    withdraw: "Nicht mehr warten",
    persons: (persons: number) => (persons === 1 ? "1 Person" : `${persons} Personen`),
    full: "Deine Nächte sind voll?",
    back: "Zurück zur Warteliste",
  },
  {
    title: "Waiting list",
    loading: "Loading the waiting list …",
    about:
      "When the nights you want are full, you can join the waiting list here. When all of these beds become free, we write to you.",
    aboutNoMail:
      "When the nights you want are full, you can join the waiting list here. When all of these beds become free, you see it here and have a day to accept; this garden sends no mail.",
    none: "You are not on a waiting list.",
    join: "Wait for full nights",
    joinTitle: "Wait for full nights",
    joinText:
      "Choose the nights and beds you would like. When all of them become free, we write to you and hold them for you for a day.",
    joinTextNoMail:
      "Choose the nights and beds you would like. When all of them become free, we hold them for you for a day. This garden sends no mail: look at the waiting list now and then.",
    send: "Join the waiting list",
    sending: "Sending …",
    when: "Which nights?",
    where: "Where, and how many?",
    chooseFirst: "First choose arrival and departure.",
    notes: "Note (optional)",
    statuses: { Waiting: "Waiting", Offered: "Free for you", Lapsed: "Expired" },
    position: (position: number) =>
      position === 1 ? "You are next." : `Place ${position} on the waiting list.`,
    heldUntil: (moment: string) => `Held for you until ${moment}.`,
    lapsed: "The offer has expired. You can join the waiting list again.",
    accept: "Accept and book",
    accepting: "Booking …",
    withdraw: "Stop waiting",
    persons: (persons: number) => (persons === 1 ? "1 person" : `${persons} people`),
    full: "Your nights are full?",
    back: "Back to the waiting list",
  },
);
