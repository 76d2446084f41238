import { texts } from "@/platform/texts/texts";

export const words = texts(
  {
    email: "E-Mail-Adresse",
    password: "Passwort",
    logIn: "Anmelden",
    logInWith: (name: string) => `Mit ${name} anmelden`,
    setupNeeded:
      "Dieser Garten ist noch nicht eingerichtet. Öffne dazu den Link, den der Server beim Start in sein Protokoll geschrieben hat.",
    forgotPassword: "Passwort vergessen?",
    register: "Neu hier? Konto anlegen",
    welcome: {
      title: "Willkommen im Garten",
      text: "Schau nach, welche Nächte frei sind, und buche Betten, Zelte oder den Wohnwagen – in zehn Sekunden.",
    },
    again: {
      title: "Bitte noch einmal anmelden",
      text: "Deine Sitzung ist abgelaufen. Was du eingegeben hast, ist noch da.",
    },
    loading: "Einen Moment …",
  },
  {
    email: "E-mail address",
    password: "Password",
    logIn: "Log in",
    logInWith: (name: string) => `Log in with ${name}`,
    setupNeeded:
      "This garden is not set up yet. Open the link that the server wrote to its log when it started.",
    forgotPassword: "Forgot your password?",
    register: "New here? Create an account",
    welcome: {
      title: "Welcome to the garden",
      text: "See which nights are free and book beds, tents or the camper – in ten seconds.",
    },
    again: {
      title: "Please log in again",
      text: "Your session has ended. What you typed is still there.",
    },
    loading: "One moment …",
  },
);

export const waiting = texts(
  {
    loading: "Einen Moment …",
    notApproved:
      "Dein Konto wartet noch auf die Freigabe. Du siehst, was frei ist; buchen kannst du, sobald dich jemand freigegeben hat.",
  },
  {
    loading: "One moment …",
    notApproved:
      "Your account is waiting for approval. You can see what is free, and book as soon as you are approved.",
  },
);
