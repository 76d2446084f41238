package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The views month, week and list, and moving between periods. */
class GardenViewsIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();
  private static final LocalDate TODAY = GardenServer.today();
  private static final LocalDate MONDAY = TODAY.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  private static final Person ANNA = GARDEN.member("Anna");
  private static final Person BRUNO = GARDEN.member("Bruno");

  @BeforeAll
  static void bookSome() {
    UUID tent = GARDEN.place("Zelt", 2);
    GARDEN.book(ANNA, Stay.from(tent, MONDAY.plusDays(8), 1, 1));
    GARDEN.book(BRUNO, Stay.from(tent, MONDAY.plusDays(2), 1, 1));
  }

  private static Visitor visitor(Device device) {
    return Visitor.of(GARDEN, device, ANNA).goTo("/garden");
  }

  /** Asserts which night a view begins with; a calendar begins with the Monday before. */
  private static void beginsWith(Visitor visitor, Device device, LocalDate day) {
    boolean phone = device == Device.PHONE;
    LocalDate first = phone ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
    assertThat(ScreenParts.shownNights(visitor).first())
        .hasAttribute(phone ? "data-day" : "data-night", first.toString());
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void goEarlierAndLaterAndBackToToday(Device device) {
    try (Visitor visitor = visitor(device)) {
      beginsWith(visitor, device, TODAY);
      visitor.button("Später").click();
      visitor.button("Später").click();
      beginsWith(visitor, device, TODAY.plusDays(70));
      visitor.button("Früher").click();
      beginsWith(visitor, device, TODAY.plusDays(35));
      visitor.button("Heute").click();
      beginsWith(visitor, device, TODAY);
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void haveTheWeeksToComeWhateverDayOfTheMonthItIs(Device device) {
    try (Visitor visitor = visitor(device)) {
      for (LocalDate day : new LocalDate[] {TODAY, TODAY.plusDays(34)}) {
        assertThat(
                visitor.page().locator("th[data-night='%s'], [data-day='%s']".formatted(day, day)))
            .isVisible();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void jumpToAFarMonth(Device device) {
    LocalDate far = TODAY.plusDays(300).withDayOfMonth(1);
    try (Visitor visitor = visitor(device)) {
      ScreenParts.showMonth(visitor, far);
      beginsWith(visitor, device, far);
      ScreenParts.showMonth(visitor, TODAY);
      beginsWith(visitor, device, TODAY);
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void callNoPastNightFree(Device device) {
    try (Visitor visitor = visitor(device)) {
      visitor.button("Früher").click();
      beginsWith(visitor, device, TODAY.minusDays(35));
      if (device == Device.DESK) {
        assertThat(ScreenParts.freeInAll(visitor).first()).hasText("vorbei");
        assertThat(ScreenParts.freeInAll(visitor).last()).hasText("vorbei");
        assertThat(visitor.page().locator("td[data-place]")).hasCount(0);
      } else {
        assertThat(ScreenParts.shownNights(visitor).first())
            .hasAccessibleName(Pattern.compile(", vorbei$"));
      }
    }
  }

  @Test
  void showTodayOnATablet() {
    try (Visitor visitor =
        Visitor.of(GARDEN, Device.DESK, ANNA, options -> options.setViewportSize(800, 1000))) {
      visitor.goTo("/garden");
      Locator today = visitor.page().locator("th[aria-current=date]");
      assertThat(today).isInViewport();
      visitor.page().locator("[data-night='" + TODAY.plusDays(34) + "']").first().hover();
      assertThat(today).not().isInViewport();
      visitor.button("Heute").click();
      assertThat(today).isInViewport();
    }
  }

  @Test
  void leaveTheNamesOfPlacesNoMoreThanTheyNeed() {
    try (Visitor visitor = visitor(Device.DESK)) {
      visitor.button("Woche").click();
      assertThat(ScreenParts.shownNights(visitor)).hasCount(7);
      double all = visitor.page().getByRole(AriaRole.TABLE).boundingBox().width;
      double names = visitor.page().locator("tbody th").first().boundingBox().width;
      assertThat(names / all).isLessThan(0.2);
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void takeTodayFromTheGardenAndNotFromTheBrowser(Device device) {
    // One of the two is on another day than the garden at any time.
    String zone =
        Stream.of("Pacific/Kiritimati", "Pacific/Pago_Pago")
            .filter(other -> !LocalDate.now(ZoneId.of(other)).equals(GardenServer.today()))
            .findFirst()
            .orElseThrow();
    try (Visitor visitor =
        Visitor.of(GARDEN, device, ANNA, options -> options.setTimezoneId(zone))) {
      visitor.goTo("/garden");
      assertThat(visitor.page().locator("main [aria-current=date]"))
          .hasAttribute(
              device == Device.PHONE ? "data-day" : "data-night", GardenServer.today().toString());
    }
  }

  @Test
  void haveTheDaysOfAWeekOneAfterTheOtherOnAPhone() {
    try (Visitor visitor = visitor(Device.PHONE)) {
      visitor.button("Woche").click();
      visitor.button("Später").click();
      Locator days = visitor.heading("Wer ist da am");
      assertThat(days.first()).hasText("Wer ist da am " + GermanDates.day(MONDAY) + "?");
      assertThat(days).hasCount(7);
      assertThat(ScreenParts.entry(visitor, "Bruno")).hasCount(2);
      assertThat(ScreenParts.entry(visitor, "Anna")).hasCount(0);
    }
  }

  @Test
  void haveSevenNightsOfAWeekOnADesk() {
    try (Visitor visitor = visitor(Device.DESK)) {
      visitor.button("Woche").click();
      visitor.button("Später").click();
      assertThat(ScreenParts.freeInAll(visitor))
          .hasText(new String[] {"2", "2", "1", "2", "2", "2", "2"});
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void listTheEarliestFirst(Device device) {
    try (Visitor visitor = visitor(device)) {
      visitor.button("Liste").click();
      assertThat(ScreenParts.entry(visitor, "Zelt (1 Person)"))
          .containsText(new String[] {"Bruno", "Anna (deine Buchung)"});
      visitor.button("Später").click();
      assertThat(visitor.text("In diesem Zeitraum ist noch niemand da.")).isVisible();
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void staySelected(Device device) {
    try (Visitor visitor = visitor(device)) {
      visitor.button("Später").click();
      visitor.page().reload();
      beginsWith(visitor, device, TODAY.plusDays(35));
      visitor.button("Liste").click();
      visitor.page().reload();
      assertThat(visitor.button("Liste")).hasAttribute("aria-pressed", "true");

      Page later = visitor.browser().newPage();
      later.navigate(visitor.page().url());
      assertThat(later.locator("button[aria-pressed=true]")).hasText("Liste");
      assertThat(later.getByText("Bruno")).isVisible();
    }
  }
}
