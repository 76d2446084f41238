package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Bookings made again, and bookings that an administrator makes for others. */
class BookForOthersScreenIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();
  private static final UUID MEADOW = GARDEN.place("Wiese", 50);

  /** A cancelled booking of the next days, which fills the form when it is booked again. */
  private static UUID cancelled(Person person) {
    UUID booking = GARDEN.book(person, Stay.in(MEADOW, 5, 2, 2)).id();
    person.api().post("/api/bookings/" + booking + "/cancel").expect(204);
    return booking;
  }

  @Test
  void booksForSomebodyWithoutAnAccount() {
    UUID before = cancelled(GARDEN.administrator());
    try (Visitor gerda = Visitor.of(GARDEN, Device.PHONE, GARDEN.administrator())) {
      gerda.goTo("/booking?id=" + before).button("Noch einmal buchen").click();
      gerda.isAt("/book");
      gerda.field("Für wen?").selectOption("Für jemanden ohne Konto …");
      assertThat(gerda.button(Texts.REQUEST_BOOKING)).isDisabled();
      gerda.field("Name").fill("Oma Erna");
      gerda.button(Texts.REQUEST_BOOKING).click();
      gerda.isAt("/booking");
      assertThat(ScreenParts.content(gerda)).containsText("Oma Erna");
      gerda.goTo("/bookings");
      assertThat(ScreenParts.entry(gerda, "Oma Erna (gebucht von ")).hasCount(1);
      gerda.goTo("/admin/requests");
      assertThat(gerda.heading("Oma Erna")).isVisible();
    }
  }

  @Test
  void booksForAMember() {
    Person anna = GARDEN.member("Anna");
    UUID before = cancelled(anna);
    try (Visitor gerda = Visitor.of(GARDEN, Device.DESK, GARDEN.administrator());
        Visitor hers = Visitor.of(GARDEN, Device.PHONE, anna)) {
      gerda.goTo("/booking?id=" + before).button("Noch einmal buchen").click();
      assertThat(gerda.field("Für wen?")).hasValue(anna.id().toString());
      gerda.button(Texts.REQUEST_BOOKING).click();
      gerda.isAt("/booking");
      assertThat(ScreenParts.content(gerda)).containsText("Anna Grün");
      hers.goTo("/bookings");
      assertThat(ScreenParts.entry(hers, "Angefragt")).hasCount(1);
      assertThat(ScreenParts.entry(hers, "Storniert")).hasCount(0);
    }
  }

  @Test
  void showsWhatTheAdministratorsWroteAboutAPlace() {
    Person dora = GARDEN.member("Dora");
    GARDEN
        .administrator()
        .api()
        .put(
            "/api/sleeping-accommodations/" + MEADOW,
            Map.of(
                "name", "Wiese",
                "type", "Room",
                "maxCapacity", 50,
                "isActive", true,
                "description", "Hinter dem Haus, mit Feuerstelle"))
        .expect(200);
    UUID booking = cancelled(dora);
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, dora)) {
      visitor.goTo("/booking?id=" + booking);
      assertThat(visitor.text("Hinter dem Haus, mit Feuerstelle")).isVisible();
      visitor.button("Noch einmal buchen").click();
      visitor.isAt("/book");
      assertThat(visitor.text("Hinter dem Haus, mit Feuerstelle")).isVisible();
    }
  }

  @Test
  void offersItToAdministratorsOnly() {
    Person bruno = GARDEN.member("Bruno");
    UUID before = cancelled(bruno);
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, bruno)) {
      visitor.goTo("/booking?id=" + before).button("Noch einmal buchen").click();
      assertThat(visitor.button(Texts.REQUEST_BOOKING)).isEnabled();
      assertThat(visitor.field("Für wen?")).hasCount(0);
      // The form is filled in, and can be emptied.
      visitor.button("Neu anfangen").click();
      assertThat(visitor.button(Texts.REQUEST_BOOKING)).isDisabled();
    }
  }

  @Test
  void leavesAChangeWithoutSavingIt() {
    Person clara = GARDEN.member("Clara");
    UUID booking = GARDEN.book(clara, Stay.in(MEADOW, 5, 2, 2)).id();
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, clara)) {
      visitor.goTo("/book?edit=" + booking).seesHeading("Buchung ändern");
      visitor.field("Notiz (freiwillig)").fill("Mit Hund");
      visitor.link("Zurück, ohne zu speichern").click();
      visitor.isAt("/booking").seesHeading("Buchung");
      assertThat(ScreenParts.content(visitor)).not().containsText("Mit Hund");
      visitor.link("Ändern").click();
      assertThat(visitor.field("Notiz (freiwillig)")).hasValue("");
    }
  }
}
