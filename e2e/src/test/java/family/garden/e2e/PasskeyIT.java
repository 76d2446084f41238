package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Logging in with the finger on the phone, as Chromium's own virtual authenticator stands for it.
 */
class PasskeyIT {
  @AutoClose private static final Garden GARDEN = House.open();

  private static void giveAuthenticator(Visitor visitor) {
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

  private static void addPasskey(Visitor visitor, Person person) {
    giveAuthenticator(visitor);
    visitor.goTo("/profile");
    visitor.button("Passkey hinzufügen").click();
    visitor.field("Name").fill("Mein Test");
    visitor.field("Dein Passwort").first().fill(person.password());
    visitor.button("Weiter").click();
    assertThat(visitor.text("Ab jetzt kannst du dich mit „Mein Test“ anmelden.")).isVisible();
  }

  @Test
  void letsInWithoutAPassword() {
    Person anna = GARDEN.member("Anna");
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, anna)) {
      addPasskey(visitor, anna);
      // The door offers the passkey by itself, and this finger never leaves its sensor: no press of
      // a button could be faster.
      visitor.button("Abmelden").click();
      visitor.isAt("/garden").seesHeading("Der Garten");
    }
  }

  @Test
  void letsInByTheButtonWhereTheBrowserOffersNothing() {
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
}
