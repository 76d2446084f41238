import { texts } from "@/platform/texts/texts";

/**
 * The texts of the pages before the login: first run, invitation, registration, a forgotten
 * password.
 */
export const entry = texts(
  {
    loading: "Einen Moment …",
    email: "E-Mail-Adresse",
    firstName: "Vorname",
    lastName: "Nachname",
    firstNameHint: "So sehen dich die anderen, wenn du im Garten bist.",
    newPassword: "Neues Passwort",
    choosePassword: "Passwort wählen",
    passwordHint: "10 bis 128 Zeichen. Gut zu merken: vier Wörter, die nicht zusammenpassen.",
    toLogIn: "Zur Anmeldung",
    incomplete:
      "Der Link ist unvollständig. Öffne ihn bitte noch einmal genau so, wie du ihn bekommen hast.",
    setup: {
      title: "Den Garten einrichten",
      text: "Schön, dass du da bist! Du richtest den Garten ein und verwaltest ihn: Du lädst die anderen ein und nimmst Buchungen an.",
      send: "Garten eröffnen",
      done: "Dieser Garten ist schon eingerichtet. Melde dich einfach an.",
      wayOut:
        "Solange der Garten nicht eingerichtet ist, schreibt der Server bei jedem Start einen neuen Link in sein Protokoll. Starte ihn neu und öffne den neuesten.",
    },
    invitation: {
      title: "Willkommen im Garten!",
      text: "Du bist eingeladen. Wähle ein Passwort, dann kannst du gleich loslegen.",
      send: "Einladung annehmen",
      wayOut:
        "Hast du die Einladung schon angenommen, dann melde dich einfach an. Sonst bitte die Person, die dich eingeladen hat, um einen neuen Link.",
    },
    register: {
      title: "Konto anlegen",
      text: "Du brauchst eine E-Mail-Adresse. Danach gibt dich die Verwaltung frei.",
      send: "Konto anlegen",
      haveOne: "Ich habe schon ein Konto",
      sentTitle: "Schau in deine Mails",
      sent: (email: string) => `Wir schreiben an ${email}. So geht es weiter:`,
      stepMail: "Öffne den Link in der Mail. Er gilt zwei Tage.",
      stepApproval: "Dann gibt dich die Verwaltung frei. Auch darüber bekommst du eine Mail.",
      stepBook: "Und dann: Nacht aussuchen und buchen.",
      noMailTitle: "So geht es weiter",
      noMail: (email: string) =>
        `Dieser Garten verschickt keine Mails. Gab es für ${email} noch kein Konto, dann wartet es jetzt auf die Freigabe. Gab es schon eines, dann bleibt es unverändert, auch das Passwort.`,
      noMailStepTell:
        "Sag jemandem aus der Verwaltung, dass du dich registriert hast: Eine Nachricht darüber gibt es nicht.",
      noMailStepLogIn: "Sobald du freigegeben bist, meldest du dich mit deinem Passwort an.",
      noMailStepPassword:
        "Stimmt das Passwort dann nicht, bitte die Verwaltung um einen Link für ein neues.",
    },
    sendAgain: {
      title: "Keine Mail bekommen?",
      text: "Schau auch im Spam-Ordner nach. Wir schicken dir gerne einen neuen Link; der alte gilt dann nicht mehr.",
      send: "Link noch einmal schicken",
      sent: "Wir schreiben dir noch einmal, wenn wir diese Adresse kennen. In der Mail steht, wie es weitergeht. Kommt auch die nicht an, frag die Verwaltung: Sie kann dich auch so freigeben.",
      noMail:
        "Dieser Garten verschickt keine Mails, und du brauchst deine Adresse nicht zu bestätigen. Die Verwaltung gibt dich auch so frei: Sag jemandem dort Bescheid.",
    },
    verify: {
      title: "E-Mail-Adresse bestätigen",
      sending: "Wir bestätigen deine Adresse …",
      doneTitle: "Danke, deine Adresse ist bestätigt!",
      done: "Falls du noch nicht freigegeben bist, wartet dein Konto jetzt auf die Verwaltung. Du kannst dich schon anmelden und sehen, was frei ist.",
      maybeDone:
        "Hast du den Link schon einmal geöffnet? Dann ist alles gut, und du kannst dich anmelden.",
    },
    forgot: {
      title: "Passwort vergessen?",
      text: "Kein Problem. Wir schicken dir einen Link, mit dem du ein neues wählst.",
      send: "Link schicken",
      sentTitle: "Schau in deine Mails",
      sent: "Wir schreiben dir, wenn es zu dieser Adresse ein Konto gibt. Der Link gilt eine Stunde.",
      nothing:
        "Kommt nichts an? Schau im Spam-Ordner nach, oder frag die Verwaltung: Sie kann dir den Link auch selbst geben.",
      noMail:
        "Dieser Garten verschickt keine Mails. Bitte jemanden aus der Verwaltung um einen Link für ein neues Passwort: Er lässt sich unter „Mitglieder“ erstellen.",
      back: "Zurück zur Anmeldung",
    },
    reset: {
      title: "Neues Passwort wählen",
      send: "Passwort speichern",
      doneTitle: "Dein neues Passwort gilt",
      done: "Du bist jetzt auf allen Geräten abgemeldet. Deine bisherigen Passkeys und deine Kalenderadresse gelten nicht mehr; du kannst sie im Profil neu einrichten. Melde dich mit dem neuen Passwort an.",
      wayOut: "Der Link gilt eine Stunde und nur einmal.",
      another: "Neuen Link anfordern",
    },
  },
  {
    loading: "One moment …",
    email: "E-mail address",
    firstName: "First name",
    lastName: "Last name",
    firstNameHint: "This is how the others see you when you are in the garden.",
    newPassword: "New password",
    choosePassword: "Choose a password",
    passwordHint:
      "10 to 128 characters. Easy to remember: four words that have nothing to do with each other.",
    toLogIn: "Go to log-in",
    incomplete: "This link is incomplete. Please open it again exactly as you received it.",
    setup: {
      title: "Set up the garden",
      text: "Good to have you here! You set up the garden and manage it: you invite the others and accept bookings.",
      send: "Open the garden",
      done: "This garden is already set up. Just log in.",
      wayOut:
        "Until the garden is set up, the server writes a new link to its log at every start. Restart it and open the latest one.",
    },
    invitation: {
      title: "Welcome to the garden!",
      text: "You are invited. Choose a password, and you are ready to go.",
      send: "Accept the invitation",
      wayOut:
        "If you have accepted the invitation already, just log in. Otherwise please ask the person who invited you for a new link.",
    },
    register: {
      title: "Create an account",
      text: "You need an e-mail address. Then an administrator approves you.",
      send: "Create account",
      haveOne: "I already have an account",
      sentTitle: "Check your mail",
      sent: (email: string) => `We are writing to ${email}. What comes next:`,
      stepMail: "Open the link in the mail. It is valid for two days.",
      stepApproval: "Then an administrator approves you. You get a mail about that too.",
      stepBook: "And then: pick a night and book.",
      noMailTitle: "What comes next",
      noMail: (email: string) =>
        `This garden sends no mail. If there was no account for ${email} yet, it now waits for approval. If there was one, it stays unchanged, and so does its password.`,
      noMailStepTell:
        "Tell an administrator that you have registered: they get no message about it.",
      noMailStepLogIn: "As soon as you are approved, log in with your password.",
      noMailStepPassword:
        "If the password is not right then, ask an administrator for a link to a new one.",
    },
    sendAgain: {
      title: "No mail yet?",
      text: "Look into your spam folder too. We gladly send you a new link; the old one is no longer valid then.",
      send: "Send the link again",
      sent: "We are writing to you again, if we know this address. The mail says how to go on. If that does not arrive either, ask an administrator: they can approve you without it.",
      noMail:
        "This garden sends no mail, and you need not confirm your address. An administrator can approve you without it: tell one of them.",
    },
    verify: {
      title: "Confirm your e-mail address",
      sending: "Confirming your address …",
      doneTitle: "Thank you, your address is confirmed!",
      done: "If you are not approved yet, your account now waits for approval. You can already log in and see what is free.",
      maybeDone: "Did you open the link before? Then everything is fine, and you can log in.",
    },
    forgot: {
      title: "Forgot your password?",
      text: "No problem. We send you a link with which you choose a new one.",
      send: "Send the link",
      sentTitle: "Check your mail",
      sent: "We are writing to you, if there is an account for this address. The link is valid for one hour.",
      nothing:
        "Nothing arrives? Look into your spam folder, or ask an administrator: they can give you the link, too.",
      noMail:
        "This garden sends no mail. Ask an administrator for a link to a new password: they can make one under “Members”.",
      back: "Back to log-in",
    },
    reset: {
      title: "Choose a new password",
      send: "Save password",
      doneTitle: "Your new password is set",
      done: "You are now logged out on all devices. Your earlier passkeys and your calendar address are no longer valid; you can set them up again in your profile. Log in with the new password.",
      wayOut: "The link is valid for one hour, and only once.",
      another: "Ask for a new link",
    },
  },
);
