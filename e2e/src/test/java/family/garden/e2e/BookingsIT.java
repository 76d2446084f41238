package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of bookings, page by page and filtered. */
class BookingsIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();
  private static final UUID MEADOW = GARDEN.place("Wiese", 50);

  private static Locator bookings(Visitor visitor) {
    return ScreenParts.entry(visitor, "Wiese");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void comePageByPageFromTheServer(Device device) {
    Person anna = GARDEN.member("Anna");
    Stay first = Stay.in(MEADOW, 3, 1, 1);
    for (int i = 0; i < 12; i++) {
      GARDEN.book(anna, first.later(2 * i));
    }
    try (Visitor visitor = Visitor.of(GARDEN, device, anna).goTo("/bookings")) {
      visitor.seesHeading("Meine Buchungen");
      assertThat(bookings(visitor)).hasCount(10);
      assertThat(visitor.text("Seite 1 von 2")).isVisible();
      assertThat(visitor.button("Vorige Seite")).isDisabled();
      visitor
          .page()
          .waitForResponse(
              Pattern.compile("/api/bookings\\?(?=.*page=1)(?=.*size=10)"),
              () -> visitor.button("Nächste Seite").click());

      assertThat(visitor.text("Seite 2 von 2")).isVisible();
      assertThat(bookings(visitor)).hasCount(2);
      assertThat(bookings(visitor).last()).containsText(GermanDates.stay(first.later(22)));
      assertThat(visitor.button("Nächste Seite")).isDisabled();
      visitor.page().reload();
      assertThat(bookings(visitor)).hasCount(2);
      visitor.button("Vorige Seite").click();
      assertThat(bookings(visitor)).hasCount(10);
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void areFilteredByTimeAndStatus(Device device) {
    Person bruno = GARDEN.member("Bruno");
    Stay pending = Stay.in(MEADOW, 5, 2, 1);
    GARDEN.book(bruno, pending);
    GARDEN.accept(GARDEN.book(bruno, pending.later(5)).id());
    UUID over = GARDEN.book(bruno, pending.later(10)).id();
    GARDEN.accept(over);
    GARDEN.letPass(over, 3);
    try (Visitor visitor = Visitor.of(GARDEN, device, bruno).goTo("/bookings")) {
      assertThat(bookings(visitor)).hasCount(2);
      visitor.field("Status").selectOption("Angenommen");
      assertThat(bookings(visitor)).hasCount(1);
      assertThat(bookings(visitor)).containsText(GermanDates.stay(pending.later(5)));

      visitor.page().reload();
      assertThat(visitor.field("Status")).hasValue("Accepted");
      assertThat(bookings(visitor)).hasCount(1);
      visitor.field("Status").selectOption("Abgelehnt");
      assertThat(visitor.text("Hier ist noch nichts.")).isVisible();

      visitor.field("Status").selectOption("Alle");
      visitor.field("Zeitraum").selectOption("Vergangene");
      assertThat(bookings(visitor)).hasCount(1);
      assertThat(bookings(visitor)).containsText("Vorbei");
      visitor.field("Zeitraum").selectOption("Alle");
      assertThat(bookings(visitor)).hasCount(3);
    }
  }

  @Test
  void areFilteredByBothOfTwoChangesAtOnce() {
    Person ida = GARDEN.member("Ida");
    UUID over = GARDEN.book(ida, Stay.in(MEADOW, 15, 2, 1)).id();
    GARDEN.accept(over);
    GARDEN.letPass(over, 3);
    try (Visitor visitor =
        Visitor.of(GARDEN, Device.PHONE, ida).goTo("/bookings?status=Rejected")) {
      assertThat(visitor.text("Hier ist noch nichts.")).isVisible();

      // Both changes before the page has rendered the first.
      visitor
          .page()
          .evaluate(
              """
              () => ["Past", ""].forEach((value, index) => {
                const select = document.querySelectorAll("main select")[index];
                select.value = value;
                select.dispatchEvent(new Event("change", { bubbles: true }));
              })
              """);

      assertThat(bookings(visitor)).hasCount(1);
      assertThat(bookings(visitor)).containsText("Vorbei");
    }
  }

  @Test
  void areEverybodysForAdministratorsOnly() {
    Person clara = GARDEN.member("Clara");
    Stay stay = Stay.in(MEADOW, 1, 1, 1);
    UUID hers = GARDEN.book(clara, stay).id();
    Person dora = GARDEN.member("Dora");
    try (Visitor gerda = Visitor.of(GARDEN, Device.DESK, GARDEN.administrator());
        Visitor other = Visitor.of(GARDEN, Device.PHONE, dora)) {
      gerda.goTo("/bookings").seesHeading("Alle Buchungen");
      assertThat(ScreenParts.entry(gerda, "Clara Grün")).hasCount(1);
      ScreenParts.link(ScreenParts.entry(gerda, "Clara Grün"), GermanDates.stay(stay)).click();
      gerda.isAt("/booking").seesHeading("Buchung");

      other.goTo("/bookings").seesHeading("Meine Buchungen");
      assertThat(other.text("Hier ist noch nichts.")).isVisible();
      other.goTo("/booking?id=" + hers);
      assertThat(other.alert()).containsText("Diese Buchung gibt es nicht");
      assertThat(other.text("Clara")).hasCount(0);
    }
  }
}
