package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.garden.Garden;
import org.junit.jupiter.api.Test;

/** The first run: an empty garden, and the link that the server printed. */
class FirstRunIT {
  private static final String PASSWORD = "four words that differ";

  private static void open(Visitor visitor, String firstName) {
    visitor.seesHeading("Den Garten einrichten");
    visitor.field("Vorname").fill(firstName);
    visitor.field("Nachname").fill("Müßiggang");
    visitor.field("E-Mail-Adresse").fill("joerg@garden.example");
    visitor.field("Passwort wählen").fill(PASSWORD);
    visitor.button("Garten eröffnen").click();
  }

  @Test
  void createsTheAdministratorThroughThePrintedLink() {
    try (Garden garden = SetupLink.emptyGarden();
        Visitor joerg = Visitor.stranger(garden, Device.PHONE);
        Visitor slow = Visitor.stranger(garden, Device.DESK)) {
      assertThat(joerg.goTo("/").text("Dieser Garten ist noch nicht eingerichtet.")).isVisible();
      String link = SetupLink.printedBy(garden);
      slow.goTo(link).seesHeading("Den Garten einrichten");
      assertThat(slow.button("Garten eröffnen")).isVisible();

      open(joerg.goTo(link), "Jörg Äneas");
      joerg.isAt("/garden").seesHeading("Der Garten");
      joerg.link("Verwaltung").click();
      joerg.isAt("/admin").seesHeading("Verwaltung");
      joerg.link("Profil").click();
      assertThat(joerg.field("Vorname")).hasValue("Jörg Äneas");
      assertThat(joerg.field("Nachname")).hasValue("Müßiggang");

      // A second visitor who had the form open meanwhile, and then opens the link again.
      open(slow, "Eine andere");
      assertThat(slow.text("Dieser Garten ist schon eingerichtet.")).isVisible();
      slow.page().reload();
      assertThat(slow.text("Dieser Garten ist schon eingerichtet.")).isVisible();
      slow.link("Zur Anmeldung").click();
      slow.seesHeading("Willkommen im Garten");
      assertThat(slow.text("noch nicht eingerichtet")).hasCount(0);
      slow.field("E-Mail-Adresse").fill("joerg@garden.example");
      slow.field("Passwort").fill(PASSWORD);
      slow.button("Anmelden").click();
      slow.isAt("/garden").seesHeading("Der Garten");
      assertThat(garden.sql().column("SELECT first_name FROM member"))
          .containsExactly("Jörg Äneas");
    }
  }

  @Test
  void saysWhereTheRightLinkIs() {
    try (Garden garden = SetupLink.emptyGarden();
        Visitor visitor = Visitor.stranger(garden, Device.PHONE)) {
      visitor.goTo("/setup");
      assertThat(visitor.text("Der Link ist unvollständig.")).isVisible();
      assertThat(visitor.text("Starte ihn neu und öffne den neuesten.")).isVisible();

      open(visitor.goTo("/setup?#token=of-yesterday"), "Jörg");
      assertThat(visitor.text("Dieser Link gilt nicht mehr.")).isVisible();
      assertThat(visitor.text("Starte ihn neu und öffne den neuesten.")).isVisible();
      assertThat(visitor.button("Garten eröffnen")).hasCount(0);

      open(visitor.goTo("/").goTo(SetupLink.printedBy(garden)), "Jörg");
      visitor.isAt("/garden").seesHeading("Der Garten");
    }
  }
}
