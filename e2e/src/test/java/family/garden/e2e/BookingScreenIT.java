package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One booking: read, changed, cancelled. */
class BookingScreenIT {
  private static final String NOTE = "Notiz (freiwillig)";

  @AutoClose private static final Garden GARDEN = WebGarden.open();
  private static final UUID MEADOW = GARDEN.place("Wiese", 50);
  private static final Stay STAY = Stay.in(MEADOW, 5, 3, 2).noting("Mit Hund");

  private static String of(String column, UUID booking) {
    return GARDEN.sql().one("SELECT " + column + " FROM booking WHERE id = ?", booking);
  }

  private static Visitor at(Device device, Person person, UUID booking) {
    return Visitor.of(GARDEN, device, person).goTo("/booking?id=" + booking);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void showsItsHistory(Device device) {
    Person anna = GARDEN.member("Anna");
    UUID booking = GARDEN.book(anna, STAY).id();
    String path = "/api/bookings/" + booking;
    anna.api().put(path, STAY.later(1)).expect(200);
    Map<String, String> reason = Map.of("reason", "Das Dach ist undicht");
    GARDEN.administrator().api().ifMatch("*").post(path + "/reject", reason).expect(204);
    try (Visitor visitor = at(device, anna, booking)) {
      Locator facts = ScreenParts.content(visitor);
      for (String fact :
          new String[] {
            GermanDates.stay(STAY.later(1)),
            "Wiese (2 Personen)",
            "Mit Hund",
            "Anna Grün",
            "Abgelehnt"
          }) {
        assertThat(facts).containsText(fact);
      }
      assertThat(facts.locator("ol > li p:first-child"))
          .containsText(
              new String[] {"Gebucht von Anna Grün", "Geändert von Anna Grün", "Abgelehnt von"});
      assertThat(facts.locator("ol > li").last()).containsText("„Das Dach ist undicht“");
      assertThat(visitor.button("Stornieren")).hasCount(0);
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void isChanged(Device device) {
    Person bruno = GARDEN.member("Bruno");
    UUID booking = GARDEN.book(bruno, STAY).id();
    GARDEN.accept(booking);
    try (Visitor visitor = at(device, bruno, booking)) {
      visitor.link("Ändern").click();
      visitor.isAt("/book").seesHeading("Buchung ändern");
      assertThat(visitor.text("Diese Buchung ist schon angenommen.")).isVisible();
      assertThat(visitor.field(NOTE)).hasValue("Mit Hund");
      visitor.button("Mehr Personen in Wiese").click();
      visitor.field(NOTE).fill("Mit zwei Hunden");
      visitor.button("Änderung speichern").click();

      visitor.isAt("/booking");
      assertThat(visitor.text("Die Änderung ist gespeichert.")).isVisible();
      assertThat(visitor.text("Wiese (3 Personen)")).isVisible();
      assertThat(visitor.text("Mit zwei Hunden")).isVisible();
      assertThat(visitor.text("Angefragt")).isVisible();
    }
    assertThat(of("status", booking)).isEqualTo("Pending");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void isCancelledAfterConfirming(Device device) {
    Person clara = GARDEN.member("Clara");
    UUID booking = GARDEN.book(clara, STAY).id();
    try (Visitor visitor = at(device, clara, booking)) {
      visitor.goTo("/booking?id=" + booking + "&saved=1");
      assertThat(visitor.text("Die Änderung ist gespeichert.")).isVisible();
      visitor.button("Stornieren").click();
      assertThat(ScreenParts.dialog(visitor)).containsText(GermanDates.stay(STAY));
      visitor.button("Behalten").click();
      assertThat(ScreenParts.dialog(visitor)).hasCount(0);
      assertThat(of("status", booking)).isEqualTo("Pending");

      visitor.button("Stornieren").click();
      visitor.button("Ja, stornieren").click();
      assertThat(ScreenParts.dialog(visitor)).hasCount(0);
      assertThat(visitor.page().locator("dd").first()).hasText("Storniert");
      assertThat(visitor.page().locator("dd > span").first())
          .not()
          .hasCSS("text-decoration-line", "line-through");
      assertThat(visitor.text("Die Änderung ist gespeichert.")).hasCount(0);
      assertThat(visitor.link("Ändern")).hasCount(0);
    }
    assertThat(of("status", booking)).isEqualTo("Cancelled");
  }

  @Test
  void doesNotOverwriteANewerVersion() {
    Person dora = GARDEN.member("Dora");
    UUID booking = GARDEN.book(dora, STAY).id();
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, dora).goTo("/book?edit=" + booking)) {
      visitor.field(NOTE).fill("Vom Telefon");
      assertThat(visitor.button("Änderung speichern")).isEnabled();
      Stay moved = Stay.in(MEADOW, 6, 3, 4).noting("Vom Schreibtisch");
      dora.api().put("/api/bookings/" + booking, moved).expect(200);
      visitor.button("Änderung speichern").click();

      assertThat(visitor.alert().first())
          .containsText("Jemand hat diese Buchung inzwischen geändert.");
      assertThat(of("notes", booking)).isEqualTo("Vom Schreibtisch");
      visitor.button("Neuen Stand laden").click();
      assertThat(visitor.text("„Vom Schreibtisch“")).isVisible();
      assertThat(visitor.field(NOTE)).hasValue("Vom Telefon");
      // A field that was not changed in the form takes the saved value.
      assertThat(visitor.page().locator("output")).hasText("4");
      visitor.button("Änderung speichern").click();
      visitor.isAt("/booking");
    }
    assertThat(of("notes", booking)).isEqualTo("Vom Telefon");
    assertThat(of("start_date", booking)).isEqualTo(GardenServer.today().plusDays(6).toString());
  }
}
