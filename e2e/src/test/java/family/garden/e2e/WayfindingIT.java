package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whether people see where they are, and what waits for them. */
class WayfindingIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();

  /** Screen readers and the Tab key begin at the new page, not at the link that led there. */
  @Test
  void movesTheFocusToTheTitleOfTheNewPage() {
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, GARDEN.member("Anna"))) {
      visitor.goTo("/garden").seesHeading("Der Garten");
      visitor.link("Profil").click();
      visitor.isAt("/profile");
      assertThat(visitor.page().locator("h1")).isFocused();
    }
    try (Visitor stranger = Visitor.stranger(GARDEN, Device.PHONE)) {
      stranger.goTo("/login/").isAt("/login").seesHeading("Willkommen im Garten");
    }
  }

  @Test
  void leadsTheAdministratorOutOfAnEmptyGarden() {
    try (Garden empty = WebGarden.open();
        Visitor gerda = Visitor.of(empty, Device.PHONE, empty.administrator());
        Visitor other = Visitor.of(empty, Device.PHONE, empty.member("Ben"))) {
      other.goTo("/garden");
      assertThat(other.text("Hier gibt es noch keine Unterkünfte.")).isVisible();
      gerda.goTo("/garden").link("Unterkunft anlegen").click();
      gerda.isAt("/admin/accommodations");
    }
  }

  @Test
  void countsWhatWaitsForTheAdministrator() {
    try (Garden own = WebGarden.open();
        Visitor gerda = Visitor.of(own, Device.DESK, own.administrator())) {
      Person clara = own.member("Clara");
      gerda.goTo("/profile").seesHeading("Profil");
      Locator menu = gerda.link("Verwaltung");
      assertThat(menu).hasAccessibleName("Verwaltung");
      own.book(clara, Stay.in(own.place("Turm", 2), 3, 2, 2));
      own.pending("Dora");
      gerda.page().reload();
      assertThat(menu).hasAccessibleName("Verwaltung (2 warten auf dich)");
    }
  }

  @Test
  void countsTheAnswersThatAMemberHasNotSeen() {
    Person hanna = GARDEN.member("Hanna");
    var booking = GARDEN.book(hanna, Stay.in(GARDEN.place("Kammer", 2), 9, 2, 2));
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, hanna)) {
      visitor.goTo("/bookings").awaitLoaded();
      assertThat(ScreenParts.entry(visitor, "Angefragt")).hasCount(1);
      visitor
          .page()
          .waitForFunction(
              "() => Object.keys(localStorage).some((key) => key.startsWith('booking.seen.'))");
      GARDEN.accept(booking.id());
      visitor.goTo("/garden");
      Locator menu = visitor.link("Buchungen");
      assertThat(menu).hasAccessibleName("Buchungen (1 neu)");
      menu.click();
      assertThat(ScreenParts.entry(visitor, "Angenommen")).hasCount(1);
      assertThat(menu).hasAccessibleName("Buchungen");
      visitor.goTo("/garden").awaitLoaded();
      assertThat(menu).hasAccessibleName("Buchungen");
    }
  }

  @Test
  void saysNothingOfTheLogInOnceItIsDone() {
    Person emil = GARDEN.member("Emil");
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, emil)) {
      visitor.goTo("/profile");
      visitor.field("Vorname").fill("Emilio");
      GARDEN.sql().run("DELETE FROM session WHERE member_id = ?", emil.id());
      Locator form = visitor.page().locator("form:has([autocomplete=given-name])");
      form.locator("button[type=submit]").click();
      visitor.seesHeading("Bitte noch einmal anmelden");
      Locator dialog = ScreenParts.dialog(visitor);
      ScreenParts.field(dialog, "Passwort").fill(emil.password());
      ScreenParts.button(dialog, "Anmelden").click();
      assertThat(ScreenParts.dialog(visitor)).hasCount(0);
      assertThat(visitor.text("Bitte melde dich an.")).hasCount(0);
      assertThat(visitor.field("Vorname")).hasValue("Emilio");
    }
  }

  @Test
  void putsAnOfferAboveTheGardenAndTheBookings() {
    Person frieda = GARDEN.member("Frieda");
    Person gustav = GARDEN.member("Gustav");
    Stay stay = Stay.in(GARDEN.place("Laube", 1), 6, 2, 1);
    var taken = GARDEN.book(gustav, stay);
    frieda.api().post("/api/waiting", stay).expect(201);
    gustav.api().post("/api/bookings/" + taken.id() + "/cancel", Map.of()).expect(204);
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, frieda)) {
      for (String page : new String[] {"/garden", "/bookings"}) {
        visitor.goTo(page);
        assertThat(visitor.text("Für dich freigehalten bis")).isVisible();
      }
      assertThat(visitor.link("Buchungen")).hasAccessibleName("Buchungen (1 neu)");
      visitor.link("Annehmen oder anderen lassen").click();
      visitor.isAt("/waiting");
    }
  }
}
