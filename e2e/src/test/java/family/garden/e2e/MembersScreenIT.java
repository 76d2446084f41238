package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Approving, rejecting, inviting and revoking members. */
class MembersScreenIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();

  private static Visitor gerda(Device device) {
    return Visitor.of(GARDEN, device, GARDEN.administrator()).goTo("/admin/people");
  }

  private static Locator group(Visitor visitor, String name, String person) {
    return visitor
        .page()
        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name))
        .locator("xpath=..")
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(person));
  }

  private static String status(UUID person) {
    return GARDEN.sql().one("SELECT status FROM member WHERE id = ?", person);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void approves(Device device) {
    String name = "Paula" + device;
    Person paula = GARDEN.pending(name);
    try (Visitor visitor = gerda(device)) {
      assertThat(group(visitor, "Wartet auf Freigabe", name)).isVisible();
      visitor.button("Freigeben " + name + " Grün").click();
      assertThat(visitor.text(name + " Grün ist freigegeben.")).isVisible();
      assertThat(group(visitor, "Dabei", name)).isVisible();
      assertThat(group(visitor, "Wartet auf Freigabe", name)).hasCount(0);
    }
    assertThat(status(paula.id())).isEqualTo("Active");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void rejectsWithAReason(Device device) {
    String name = "Quirin" + device;
    Person quirin = GARDEN.pending(name);
    try (Visitor visitor = gerda(device)) {
      visitor.button("Ablehnen " + name + " Grün").click();
      Locator question = ScreenParts.dialog(visitor);
      assertThat(question).containsText(name + " Grün ablehnen?");
      ScreenParts.button(question, "Ablehnen").click();
      assertThat(question).isVisible();
      assertThat(status(quirin.id())).isEqualTo("Pending");

      ScreenParts.field(question, "Grund").fill("Wir kennen uns nicht");
      ScreenParts.button(question, "Ablehnen").click();
      assertThat(visitor.text(name + " Grün ist abgelehnt.")).isVisible();
      assertThat(group(visitor, "Abgelehnt", name)).containsText("Grund: Wir kennen uns nicht");
    }
    assertThat(status(quirin.id())).isEqualTo("Rejected");
  }

  @Test
  void revokesAccessAfterConfirming() {
    Person rudi = GARDEN.member("Rudi");
    try (Visitor his = Visitor.of(GARDEN, Device.PHONE, rudi).goTo("/bookings");
        Visitor visitor = gerda(Device.DESK)) {
      his.seesHeading("Meine Buchungen");
      visitor.button("Zugang entziehen Rudi Grün").click();
      ScreenParts.button(ScreenParts.dialog(visitor), "Abbrechen").click();
      assertThat(ScreenParts.dialog(visitor)).hasCount(0);
      assertThat(status(rudi.id())).isEqualTo("Active");

      visitor.button("Zugang entziehen Rudi Grün").click();
      ScreenParts.button(ScreenParts.dialog(visitor), "Zugang entziehen").click();
      assertThat(visitor.text("Rudi Grün hat keinen Zugang mehr.")).isVisible();
      assertThat(group(visitor, "Ohne Zugang", "Rudi")).isVisible();
      his.goTo("/bookings");
      assertThat(his.field("E-Mail-Adresse").first()).isVisible();
    }
    assertThat(status(rudi.id())).isEqualTo("Revoked");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void invitesByALinkAndAPictureOfIt(Device device) {
    String name = "Sofie" + device;
    try (Visitor visitor = gerda(device)) {
      visitor.link("Jemanden einladen").click();
      visitor.isAt("/admin/people/invite");
      visitor.field("Vorname").fill(name);
      visitor.field("Nachname").fill("Grün");
      visitor.field("E-Mail-Adresse").fill(name + "@garden.example");
      visitor.button("Einladen").click();

      assertThat(visitor.text(name + " Grün ist eingeladen.")).isVisible();
      Locator code = visitor.page().getByRole(AriaRole.IMG);
      assertThat(code).hasAccessibleName(Pattern.compile("^QR-Code .*" + name));
      assertThat(code.locator("path")).hasCount(1);
      String link = visitor.field("Link der Einladung").inputValue();
      try (Visitor guest = Visitor.stranger(GARDEN, Device.PHONE)) {
        guest.page().navigate(link);
        guest.field("Passwort wählen").fill("tulips in the rain");
        guest.button("Einladung annehmen").click();
        guest.isAt("/garden").seesHeading("Der Garten");
      }
      visitor.link("Zu den Mitgliedern").click();
      assertThat(group(visitor, "Dabei", name)).isVisible();
    }
  }

  @Test
  void invitesInTheLanguageOfTheGuest() {
    try (Visitor visitor = gerda(Device.DESK).goTo("/admin/people/invite")) {
      visitor.field("Vorname").fill("Emily");
      visitor.field("Nachname").fill("Green");
      visitor.field("E-Mail-Adresse").fill("emily@garden.example");
      assertThat(visitor.field("Sprache der Mails und Seiten")).hasValue("de");
      visitor.field("Sprache der Mails und Seiten").selectOption("en");
      visitor.button("Einladen").click();
      String link = visitor.field("Link der Einladung").inputValue();
      try (Visitor emily = Visitor.stranger(GARDEN, Device.PHONE)) {
        emily.page().navigate(link);
        emily.field("Passwort wählen").fill("tulips in the rain");
        emily.button("Einladung annehmen").click();
        emily.isAt("/garden").seesHeading("The garden");
      }
    }
  }

  @Test
  void keepsTheLastAdministrator() {
    try (Visitor visitor = gerda(Device.PHONE)) {
      Locator herself = ScreenParts.entry(visitor, "(du)");
      herself.getByText("Zum Mitglied machen").click();
      Locator question = ScreenParts.dialog(visitor);
      assertThat(question).containsText("Das bist du selbst");
      ScreenParts.button(question, "Zum Mitglied machen").click();
      assertThat(question.getByRole(AriaRole.ALERT))
          .containsText("Ohne dich gäbe es keine Verwaltung mehr.");
      ScreenParts.button(question, "Abbrechen").click();
      assertThat(herself).containsText("Verwaltung");
    }
  }
}
