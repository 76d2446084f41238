package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a new member does in a browser, with a picture of every screen for people to look at. */
final class NewUser {
  private static final Path FOLDER = Path.of("target", "pictures");

  /** Sentences that are true only where the garden sends mail. */
  private static final Pattern ANNOUNCES_MAIL =
      Pattern.compile(
          "schau in deine Mails|wir schreiben|du hörst|Spam-Ordner|bekommst du eine Mail"
              + "|bekommst Bescheid|steht in der E-Mail|Keine Mail bekommen",
          Pattern.CASE_INSENSITIVE);

  private NewUser() {}

  static void register(Visitor visitor, String firstName, String email, String password) {
    visitor.goTo("/register").seesHeading("Konto anlegen");
    visitor.field("Vorname").fill(firstName);
    visitor.field("Nachname").fill("Neu");
    visitor.field("E-Mail-Adresse").fill(email);
    visitor.field("Passwort wählen").fill(password);
    visitor.button("Konto anlegen").click();
  }

  static void logIn(Visitor visitor, String email, String password) {
    visitor.goTo("/").seesHeading("Willkommen im Garten");
    visitor.field("E-Mail-Adresse").fill(email);
    visitor.field("Passwort").fill(password);
    visitor.button("Anmelden").click();
  }

  /** Opens a link that an administrator passed on, and chooses a password. */
  static void choosePassword(Visitor visitor, String link, String password) {
    visitor.page().navigate(link);
    visitor.seesHeading("Neues Passwort wählen");
    visitor.field("Neues Passwort").fill(password);
    visitor.button("Passwort speichern").click();
    visitor.seesHeading("Dein neues Passwort gilt");
  }

  /** An administrator makes a link to a new password for somebody. */
  static String passwordLink(Visitor administrator, String name) {
    administrator.goTo("/admin/people").button("Passwort-Link " + name + " Neu").click();
    ScreenParts.button(ScreenParts.dialog(administrator), "Link erstellen").click();
    String link = administrator.field("Link für ein neues Passwort").inputValue();
    picture(administrator, "password-link");
    ScreenParts.button(ScreenParts.dialog(administrator), "Fertig").click();
    return link;
  }

  /** Asserts that the current screen promises no mail, and takes a picture of it. */
  static void announcesNoMail(Visitor visitor, String picture) {
    picture(visitor, picture);
    assertThat(visitor.page().locator("body")).not().containsText(ANNOUNCES_MAIL);
  }

  static void picture(Visitor visitor, String name) {
    visitor.awaitLoaded();
    visitor
        .page()
        .screenshot(
            new ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(name + ".png")));
  }
}
