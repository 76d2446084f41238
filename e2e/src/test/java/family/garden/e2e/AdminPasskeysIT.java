package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Administrators require passkeys for administrators. */
class AdminPasskeysIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();

  @Test
  void requiresAPasskeyAndAsksForItAfterThePassword() {
    Person chief = GARDEN.administrator();
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, chief)) {
      visitor
          .page()
          .addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
      visitor.goTo("/admin/passkeys").seesHeading("Anmeldung der Verwaltung");
      assertThat(visitor.text("Das Passwort genügt.")).isVisible();
      visitor.link("Zum Profil: Passkey hinzufügen").click();
      visitor.isAt("/profile");
      PasskeyIT.addPasskey(visitor, chief);

      visitor.goTo("/admin/passkeys");
      visitor.button("Passkey verlangen").click();
      ScreenParts.button(ScreenParts.dialog(visitor), "Passkey verlangen").click();
      assertThat(visitor.text("Das Passwort allein genügt nicht.")).isVisible();

      visitor.goTo("/profile");
      visitor.button("„Mein Test“ entfernen").click();
      ScreenParts.button(ScreenParts.dialog(visitor), "Entfernen").click();
      assertThat(visitor.text("das ist dein letzter")).isVisible();
      ScreenParts.button(ScreenParts.dialog(visitor), "Abbrechen").click();

      visitor.button("Abmelden").click();
      visitor.isAt("/");
      visitor.field("E-Mail-Adresse").fill(chief.email());
      visitor.field("Passwort").fill(chief.password());
      visitor.button("Anmelden").click();
      assertThat(visitor.text("Das Passwort stimmt.")).isVisible();
      visitor.button("Mit Passkey anmelden").click();
      visitor.isAt("/garden").seesHeading("Der Garten");

      visitor.goTo("/admin/passkeys");
      visitor.button("Keinen Passkey mehr verlangen").click();
      ScreenParts.button(ScreenParts.dialog(visitor), "Keinen Passkey mehr verlangen").click();
      assertThat(visitor.text("Ab jetzt genügt das Passwort wieder.")).isVisible();
    }
  }
}
