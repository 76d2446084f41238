package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
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

  private static Locator month(Visitor visitor, LocalDate month) {
    // Exact: a day in March, May, June or July has the full name of its month too.
    return visitor
        .page()
        .getByText(GermanDates.month(month), new Page.GetByTextOptions().setExact(true))
        .filter(new Locator.FilterOptions().setVisible(true));
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void goEarlierAndLaterAndBackToToday(Device device) {
    try (Visitor visitor = visitor(device)) {
      assertThat(month(visitor, TODAY)).isVisible();
      visitor.button("Später").click();
      visitor.button("Später").click();
      assertThat(month(visitor, TODAY.plusMonths(2))).isVisible();
      visitor.button("Früher").click();
      assertThat(month(visitor, TODAY.plusMonths(1))).isVisible();
      assertThat(month(visitor, TODAY)).hasCount(0);
      visitor.button("Heute").click();
      assertThat(month(visitor, TODAY)).isVisible();
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
      assertThat(month(visitor, TODAY.plusMonths(1))).isVisible();
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
