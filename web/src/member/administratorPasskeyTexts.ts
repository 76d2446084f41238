import { texts } from "@/platform/texts/texts";

export const words = texts(
  {
    title: "Anmeldung der Verwaltung",
    about:
      "Ob das Passwort genügt, um hier zu verwalten. Ein Passkey schützt auch dann, wenn jemand dein Passwort errät oder dir entlockt.",
    loading: "Wird geladen …",
    on: "Wer verwaltet, braucht einen Passkey. Das Passwort allein genügt nicht.",
    off: "Das Passwort genügt.",
    how: "Wenn ein Passkey nötig ist",
    who: "Wer verwaltet, meldet sich mit dem eigenen Passkey an: mit Fingerabdruck, Gesicht oder der PIN des Geräts. Mitglieder melden sich an wie bisher.",
    need: "Verwalten kann nur, wer einen Passkey hat. Den letzten kann man dann nicht entfernen.",
    two: "Lege dir am besten zwei an, auf zwei Geräten.",
    lost: "Wenn jemand den Passkey verliert",
    lostText:
      "Mach diese Person unter „Menschen“ zum Mitglied. Dann kommt sie mit ihrem Passwort herein, entfernt den verlorenen Passkey, fügt einen neuen hinzu und kann wieder verwalten. Bist du allein, hilft, wer den Server betreut: Im Handbuch steht, wie.",
    require: "Passkey verlangen",
    allow: "Passwort wieder genügen lassen",
    requireQuestion: "Von allen, die verwalten, einen Passkey verlangen?",
    requireText:
      "Bestätige es mit deinem eigenen Passkey. Wer verwaltet und sich mit Passwort angemeldet hat, muss sich gleich neu anmelden.",
    allowQuestion: "Das Passwort wieder genügen lassen?",
    allowText: "Bestätige es mit deinem Passkey. Danach kommt man mit dem Passwort allein herein.",
    unsupported: "Dieser Browser kann hier keine Passkeys benutzen.",
    toProfile: "Zum Profil: Passkey hinzufügen",
    required: "Ab jetzt braucht man zum Verwalten einen Passkey.",
    allowed: "Ab jetzt genügt das Passwort wieder.",
  },
  {
    title: "How administrators log in",
    about:
      "Whether the password suffices to manage. A passkey protects even where somebody guesses your password or tricks you out of it.",
    loading: "Loading …",
    on: "Whoever manages needs a passkey. The password alone does not suffice.",
    off: "The password suffices.",
    how: "While a passkey is needed",
    who: "Whoever manages logs in with their own passkey: by fingerprint, face or the PIN of the device. Members log in as before.",
    need: "Only those with a passkey can manage. The last one cannot be removed then.",
    two: "It is best to make two, on two devices.",
    lost: "If somebody loses the passkey",
    lostText:
      "Make that person a member under “People”. Then they come in with their password, remove the lost passkey, add a new one and can manage again. If you are the only one, whoever looks after the server can help: the runbook says how.",
    require: "Require a passkey",
    allow: "Let the password suffice again",
    requireQuestion: "Require a passkey of everybody who manages?",
    requireText:
      "Confirm it with your own passkey. Whoever manages and has logged in with a password has to log in again at once.",
    allowQuestion: "Let the password suffice again?",
    allowText: "Confirm it with your passkey. After that the password alone lets people in.",
    unsupported: "This browser cannot use passkeys here.",
    toProfile: "To the profile: add a passkey",
    required: "From now on it takes a passkey to manage.",
    allowed: "From now on the password suffices again.",
  },
);
