package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The timeline of the garden: the same numbers on a desk and on a phone. */
class GardenIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();
  private static final LocalDate FIRST = GardenServer.today().plusMonths(1).withDayOfMonth(1);
  private static final Person ANNA = GARDEN.member("Anna");
  private static final Person CLARA = GARDEN.member("Clara");

  @BeforeAll
  static void bookSome() {
    UUID tower = GARDEN.place("Turmzimmer", 4);
    UUID tent = GARDEN.place("Zelt", 2);
    GARDEN.accept(GARDEN.book(ANNA, stay(tower, 5, 3, 2)).id());
    GARDEN.book(GARDEN.member("Bruno"), stay(tower, 7, 2, 2).and(tent, 2));
    GARDEN.book(CLARA, stay(tent, 15, 2, 1));
    CLARA.api().patch("/api/me", Map.of("shownAsOccupied", true)).expect(200);
  }

  private static Stay stay(UUID place, int dayOfMonth, int nights, int persons) {
    return Stay.from(place, FIRST.withDayOfMonth(dayOfMonth), nights, persons);
  }

  private static int free(int dayOfMonth) {
    return switch (dayOfMonth) {
      case 5, 6 -> 4;
      case 7 -> 0;
      case 8 -> 2;
      case 15, 16 -> 5;
      default -> 6;
    };
  }

  private static Visitor next(Device device, Person person) {
    Visitor visitor = Visitor.of(GARDEN, device, person).goTo("/garden");
    ScreenParts.showMonth(visitor, FIRST);
    return visitor;
  }

  private static Locator day(Visitor visitor, int dayOfMonth) {
    return visitor.page().locator("[data-day='" + FIRST.withDayOfMonth(dayOfMonth) + "']");
  }

  @Test
  void hasTheFreeBedsOfEachNightOnADesk() {
    try (Visitor visitor = next(Device.DESK, ANNA)) {
      assertThat(ScreenParts.freeInAll(visitor))
          .hasText(
              IntStream.range(0, 35)
                  .mapToObj(FIRST::plusDays)
                  .map(night -> night.getMonth() == FIRST.getMonth() ? night.getDayOfMonth() : 1)
                  .map(night -> free(night) == 0 ? "voll" : Integer.toString(free(night)))
                  .toArray(String[]::new));
    }
  }

  @Test
  void hasTheSameNumbersOnAPhone() {
    try (Visitor visitor = next(Device.PHONE, ANNA)) {
      for (int night = 1; night <= FIRST.lengthOfMonth(); night++) {
        String description =
            switch (free(night)) {
              case 0 -> "voll";
              default -> free(night) + " Betten frei";
            };
        String own = night >= 5 && night < 8 ? ", deine Buchung" : "";
        assertThat(day(visitor, night))
            .hasAccessibleName(Pattern.compile(", " + description + own + "$"));
      }
    }
  }

  @Test
  void hasABarForEachStayOnADesk() {
    try (Visitor visitor = next(Device.DESK, ANNA)) {
      assertThat(ScreenParts.entry(visitor, "Bruno")).hasCount(2);
      assertThat(ScreenParts.entry(visitor, "Bruno").first()).containsText("2 Personen, angefragt");
      Locator own = ScreenParts.entry(visitor, "Anna");
      assertThat(own).containsText("angenommen, deine Buchung");
      own.getByRole(AriaRole.LINK).click();
      visitor.isAt("/booking");
      assertThat(visitor.text("Turmzimmer (2 Personen)")).isVisible();
    }
  }

  @Test
  void leadsAdministratorsToEachBooking() {
    try (Visitor desk = next(Device.DESK, GARDEN.administrator());
        Visitor phone = next(Device.PHONE, GARDEN.administrator())) {
      ScreenParts.link(ScreenParts.entry(desk, "Anna"), "Anna").click();
      desk.isAt("/booking");
      assertThat(desk.text("Turmzimmer (2 Personen)")).isVisible();
      day(phone, 5).click();
      ScreenParts.link(ScreenParts.entry(phone, "Anna"), "Anna").click();
      phone.isAt("/booking");
    }
    try (Visitor visitor = next(Device.DESK, ANNA)) {
      assertThat(ScreenParts.link(ScreenParts.entry(visitor, "Bruno").first(), "Bruno"))
          .hasCount(0);
    }
  }

  @Test
  void hasTheFirstNamesInTheDaysOfAPhone() {
    try (Visitor visitor = next(Device.PHONE, ANNA)) {
      assertThat(day(visitor, 7)).containsText("Du");
      assertThat(day(visitor, 7)).containsText("Bruno");
      assertThat(day(visitor, 9)).not().containsText("Bruno");
      assertThat(day(visitor, 7)).hasAccessibleName(Pattern.compile(", Bruno, voll"));
    }
  }

  @Test
  void tellsOfADayOnAPhone() {
    try (Visitor visitor = next(Device.PHONE, ANNA)) {
      day(visitor, 7).click();
      visitor.seesHeading("Wer ist da am " + GermanDates.day(FIRST.withDayOfMonth(7)) + "?");
      // A sheet above the calendar: nobody has to scroll to see it.
      assertThat(visitor.heading("Wer ist da am")).isInViewport();
      assertThat(ScreenParts.entry(visitor, "Anna")).containsText("(deine Buchung)");
      assertThat(ScreenParts.entry(visitor, "Bruno")).containsText("kommt an");
      assertThat(ScreenParts.entry(visitor, "Bruno"))
          .containsText("Turmzimmer (2 Personen), Zelt (2 Personen)");
      assertThat(visitor.text("Buchen ·")).hasCount(0);

      day(visitor, 8).click();
      assertThat(ScreenParts.entry(visitor, "Anna")).containsText("reist ab");
      visitor.text("Buchen ·").click();
      visitor.isAt("/book");
      LocalDate night = FIRST.withDayOfMonth(8);
      assertThat(visitor.text(GermanDates.stay(night, night.plusDays(1))).first()).isVisible();
    }
  }

  @Test
  void hidesTheNameOfMembersWhoChoseThat() {
    try (Visitor desk = next(Device.DESK, ANNA);
        Visitor phone = next(Device.PHONE, ANNA);
        Visitor hers = next(Device.DESK, CLARA)) {
      assertThat(ScreenParts.entry(desk, "besetzt")).hasCount(1);
      day(phone, 15).click();
      assertThat(ScreenParts.entry(phone, "besetzt")).containsText("Zelt (1 Person)");
      for (Visitor other : new Visitor[] {desk, phone}) {
        assertThat(other.text("Clara")).hasCount(0);
      }
      assertThat(ScreenParts.entry(hers, "Clara")).containsText("deine Buchung");
    }
  }
}
