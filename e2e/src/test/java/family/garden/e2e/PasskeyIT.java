package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Logging in with a passkey, from Chromium's virtual authenticator. */
class PasskeyIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();

  private static void addVirtualAuthenticator(Visitor visitor) {
    CDPSession devtools = visitor.browser().newCDPSession(visitor.page());
    devtools.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    JsonObject parameters = new JsonObject();
    parameters.add("options", options);
    devtools.send("WebAuthn.addVirtualAuthenticator", parameters);
  }

  static void addPasskey(Visitor visitor, Person person) {
    addVirtualAuthenticator(visitor);
    visitor.goTo("/profile");
    visitor.button("Passkey hinzufügen").click();
    visitor.field("Name").fill("Mein Test");
    visitor.field("Dein Passwort").first().fill(person.password());
    visitor.button("Weiter").click();
    assertThat(visitor.text("Ab jetzt kannst du dich mit „Mein Test“ anmelden.")).isVisible();
  }

  @Test
  void logsInWithoutAPassword() {
    Person anna = GARDEN.member("Anna");
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, anna)) {
      addPasskey(visitor, anna);
      // The login page offers the passkey by itself, and the virtual authenticator confirms at
      // once:
      // no click on a button could be faster.
      visitor.button("Abmelden").click();
      visitor.isAt("/garden").seesHeading("Der Garten");
    }
  }

  @Test
  void logsInByTheButtonIfTheBrowserOffersNothing() {
    Person bruno = GARDEN.member("Bruno");
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, bruno)) {
      visitor
          .page()
          .addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
      addPasskey(visitor, bruno);
      visitor.button("Abmelden").click();
      visitor.isAt("/").seesHeading("Willkommen im Garten");

      visitor.button("Mit Passkey anmelden").click();
      visitor.isAt("/garden").seesHeading("Der Garten");
    }
  }

  @Test
  void replacesThePasswordSomeTimeAfterTheLogIn() {
    Person clara = GARDEN.member("Clara");
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, clara)) {
      addPasskey(visitor, clara);
      letTimePass(clara);
      visitor.button("Kalenderadresse erstellen").click();
      assertThat(visitor.field("Dein Passwort")).isVisible();
      visitor.button("Mit Passkey bestätigen").click();
      assertThat(visitor.field("Deine Kalenderadresse")).isVisible();

      GARDEN.sql().run("UPDATE session SET confirmed_at = NULL WHERE member_id = ?", clara.id());
      visitor.button("„Mein Test“ entfernen").click();
      Locator question = ScreenParts.dialog(visitor);
      ScreenParts.button(question, "Entfernen").click();
      ScreenParts.button(question, "Mit Passkey bestätigen").click();
      assertThat(visitor.text("„Mein Test“ ist entfernt.")).isVisible();
    }
  }

  @Test
  void helpsMembersWithoutAPassword() {
    Person dora = GARDEN.member("Dora");
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, dora)) {
      addPasskey(visitor, dora);
      GARDEN.sql().run("UPDATE member SET password_hash = NULL WHERE id = ?", dora.id());
      letTimePass(dora);
      visitor.page().reload();
      visitor.button("Kalenderadresse erstellen").click();
      assertThat(visitor.text("Bitte melde dich neu an")).isVisible();
      assertThat(visitor.field("Dein Passwort")).hasCount(0);
      visitor.button("Mit Passkey bestätigen").click();
      assertThat(visitor.field("Deine Kalenderadresse")).isVisible();
    }
  }

  private static void letTimePass(Person person) {
    GARDEN
        .sql()
        .run(
            "UPDATE session SET created_at = now() - interval '11 min' WHERE member_id = ?",
            person.id());
  }
}
