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
      "Mach diese Person unter „Mitglieder“ zum Mitglied. Dann meldet sie sich mit ihrem Passwort an, entfernt den verlorenen Passkey, fügt einen neuen hinzu und kann wieder verwalten. Verwaltest du allein, kann dir helfen, wer den Server betreut: Im Handbuch steht, wie.",
    require: "Passkey verlangen",
    allow: "Keinen Passkey mehr verlangen",
    requireQuestion: "Von allen, die verwalten, einen Passkey verlangen?",
    requireText:
      "Bestätige es mit deinem eigenen Passkey. Wer verwaltet und sich mit Passwort angemeldet hat, muss sich gleich neu anmelden.",
    allowQuestion: "Keinen Passkey mehr verlangen?",
    allowText: "Bestätige es mit deinem Passkey. Danach genügt zum Anmelden das Passwort allein.",
    unsupported: "Dieser Browser kann hier keine Passkeys benutzen.",
    toProfile: "Zum Profil: Passkey hinzufügen",
    required: "Ab jetzt braucht man zum Verwalten einen Passkey.",
    allowed: "Ab jetzt genügt das Passwort wieder.",
  },
  {
    title: "How administrators log in",
    about:
      "Whether administrators may log in with the password alone. A passkey protects even if somebody guesses your password or tricks you into telling it.",
    loading: "Loading …",
    on: "Administrators need a passkey. The password alone is not enough.",
    off: "The password is enough.",
    how: "If a passkey is needed",
    who: "Administrators log in with their own passkey: by fingerprint, face or the PIN of the device. Members log in as before.",
    need: "Only somebody with a passkey can be an administrator, who then cannot remove the last one.",
    two: "It is best to make two, on two devices.",
    lost: "If somebody loses the passkey",
    lostText:
      "Make that person a member under “Members”. Then they log in with their password, remove the lost passkey, add a new one and can become an administrator again. If you are the only administrator, the person who runs the server can help: the runbook says how.",
    require: "Require a passkey",
    allow: "Require no passkey any more",
    requireQuestion: "Require a passkey of every administrator?",
    requireText:
      "Confirm it with your own passkey. Administrators who logged in with a password have to log in again at once.",
    allowQuestion: "Require no passkey any more?",
    allowText: "Confirm it with your passkey. After that the password alone is enough to log in.",
    unsupported: "This browser cannot use passkeys here.",
    toProfile: "To the profile: add a passkey",
    required: "From now on administrators need a passkey.",
    allowed: "From now on the password is enough again.",
  },
);
