package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import family.garden.contract.Answer;
import family.garden.contract.People;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The login page, registration, invitation and forgotten password. */
class LoginScreenIT {
  private static final String PASSWORD = "four words that differ";

  @AutoClose private static final Garden GARDEN = WebGarden.open();
  @AutoClose private static final MailServer MAIL = MailServer.of(GARDEN);

  @BeforeEach
  void forgive() {
    GARDEN.forgiveAttempts();
  }

  private static void logIn(Visitor visitor, String email, String password) {
    visitor.field("E-Mail-Adresse").fill(email);
    visitor.field("Passwort").fill(password);
    visitor.button("Anmelden").click();
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void opensTheRequestedPageAfterLogIn(Device device) {
    Person anna = GARDEN.member("Anna");
    try (Visitor visitor = Visitor.stranger(GARDEN, device).goTo("/bookings?timeRange=Past")) {
      visitor.seesHeading("Willkommen im Garten");
      logIn(visitor, anna.email(), "not the password");
      assertThat(visitor.alert().first()).isVisible();
      assertThat(visitor.field("E-Mail-Adresse")).hasValue(anna.email());
      logIn(visitor, anna.email(), anna.password());

      visitor.isAt("/bookings").seesHeading("Meine Buchungen");
      assertThat(visitor.field("Zeitraum")).hasValue("Past");
    }
  }

  @Test
  void sendsNoRequestThatIsRefused() {
    try (Visitor visitor = Visitor.stranger(GARDEN, Device.PHONE)) {
      List<String> refused = new CopyOnWriteArrayList<>();
      visitor
          .page()
          .onResponse(
              answer -> {
                if (answer.status() >= 400) {
                  refused.add(answer.url());
                }
              });
      visitor.goTo("/");
      visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(visitor.field("E-Mail-Adresse")).isEnabled();
      assertThat(refused).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void opensTheGardenIfLoggedIn(Device device) {
    try (Visitor visitor = Visitor.of(GARDEN, device, GARDEN.member("Emil")).goTo("/")) {
      visitor.isAt("/garden").seesHeading("Der Garten");
    }
  }

  @Test
  void asksToLogInAfterTheSessionHasEnded() {
    Person frida = GARDEN.member("Frida");
    frida.api().post("/api/auth/logout").expect(204);
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, frida).goTo("/garden")) {
      visitor.seesHeading("Willkommen im Garten");
      logIn(visitor, frida.email(), frida.password());
      visitor.isAt("/garden").seesHeading("Der Garten");
    }
  }

  @Test
  void noticesALogInInAnotherTab() {
    Person gerd = GARDEN.member("Gerd");
    try (Visitor visitor = Visitor.stranger(GARDEN, Device.DESK).goTo("/")) {
      visitor.seesHeading("Willkommen im Garten");
      visitor.logIn(gerd);
      // The page listens to the browser's focus event, at most every few seconds.
      await()
          .until(
              () -> {
                visitor.page().evaluate("window.dispatchEvent(new Event('focus'))");
                return visitor.page().url().endsWith("/garden");
              });
    }
  }

  @Test
  void switchesToEnglishAndRemembersIt() {
    try (Visitor visitor = Visitor.stranger(GARDEN, Device.PHONE).goTo("/")) {
      visitor.button("English").click();
      visitor.seesHeading("Welcome to the garden");
      assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
      visitor.page().reload();
      visitor.seesHeading("Welcome to the garden");
      visitor.button("Deutsch").click();
      visitor.seesHeading("Willkommen im Garten");
    }
  }

  /** Nothing can be typed or sent before the scripts have loaded: it would be lost. */
  @Test
  void isDisabledBeforeTheScriptsHaveLoaded() {
    try (Visitor visitor = Visitor.stranger(GARDEN, Device.PHONE)) {
      visitor.page().route("**/*.js", Route::abort);
      visitor.goTo("/forgot-password");
      assertThat(visitor.field("E-Mail-Adresse")).isDisabled();
      assertThat(visitor.button("Link schicken")).isDisabled();
    }
  }

  @Test
  void registersAndIsApproved() {
    String email = "neu@garden.example";
    try (Visitor visitor = Visitor.stranger(GARDEN, Device.PHONE).goTo("/register")) {
      visitor.field("Vorname").fill("Nele");
      visitor.field("Nachname").fill("Neu");
      visitor.field("E-Mail-Adresse").fill(email);
      visitor.field("Passwort wählen").fill(PASSWORD);
      visitor.button("Konto anlegen").click();
      visitor.seesHeading("Schau in deine Mails");

      String token = MAIL.awaitLetter(email, "").token();
      visitor.goTo("/verify-email#token=" + token);
      visitor.seesHeading("Danke, deine Adresse ist bestätigt!");
      visitor.goTo("/");
      logIn(visitor, email, PASSWORD);
      visitor.isAt("/garden");
      assertThat(visitor.text("wartet noch auf die Freigabe")).isVisible();

      String id = GARDEN.sql().one("SELECT id FROM member WHERE email = ?", email);
      GARDEN.administrator().api().post("/api/admin/users/" + id + "/approve").expect(204);
      visitor.page().reload();
      visitor.seesHeading("Der Garten");
      assertThat(visitor.text("wartet noch auf die Freigabe")).hasCount(0);
    }
  }

  @Test
  void resetsAForgottenPassword() {
    Person ben = GARDEN.member("Ben");
    try (Visitor visitor = Visitor.stranger(GARDEN, Device.DESK).goTo("/")) {
      visitor.link("Passwort vergessen?").click();
      // The previous page has a field with this label too.
      visitor.seesHeading("Passwort vergessen?");
      visitor.field("E-Mail-Adresse").fill(ben.email());
      visitor.button("Link schicken").click();
      visitor.seesHeading("Schau in deine Mails");

      visitor.goTo("/reset-password#token=" + MAIL.awaitLetter(ben.email(), "Passwort").token());
      visitor.field("Neues Passwort").fill(PASSWORD);
      visitor.button("Passwort speichern").click();
      visitor.seesHeading("Dein neues Passwort gilt");
      visitor.goTo("/");
      logIn(visitor, ben.email(), PASSWORD);
      visitor.isAt("/garden");
    }
  }

  @Test
  void acceptsAnInvitationOnce() {
    Answer invitation = GARDEN.people().invite("ida@garden.example", "Ida");
    String path = "/invitation#token=" + People.token(invitation);
    try (Visitor visitor = Visitor.stranger(GARDEN, Device.PHONE).goTo(path)) {
      visitor.seesHeading("Willkommen im Garten!");
      visitor.field("Passwort wählen").fill(PASSWORD);
      visitor.button("Einladung annehmen").click();
      visitor.isAt("/garden");
    }
    try (Visitor late = Visitor.stranger(GARDEN, Device.PHONE).goTo(path)) {
      late.field("Passwort wählen").fill(PASSWORD);
      late.button("Einladung annehmen").click();
      assertThat(late.alert().first()).isVisible();
      assertThat(late.text("Hast du die Einladung schon angenommen")).isVisible();
    }
  }
}
