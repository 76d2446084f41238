package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.GardenServer;
import family.garden.contract.garden.Garden;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Two members request the last bed. */
class LastBedIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();

  @Test
  void goesToOneOfTwoMembers() {
    GARDEN.place("Hängematte", 1);
    LocalDate first = GardenServer.today().plusMonths(1).withDayOfMonth(1);
    try (Visitor fast = Visitor.of(GARDEN, Device.PHONE, GARDEN.member("Anna"));
        Visitor slow = Visitor.of(GARDEN, Device.DESK, GARDEN.member("Ben"))) {
      for (Visitor visitor : new Visitor[] {fast, slow}) {
        visitor.goTo("/book?start=" + first);
        visitor.page().locator("[data-day='" + first.plusDays(2) + "']").click();
        assertThat(visitor.button(Texts.REQUEST_BOOKING)).isEnabled();
      }
      HeldRequests held = HeldRequests.of(slow.page(), "**/api/bookings");
      slow.button(Texts.REQUEST_BOOKING).click();
      fast.button(Texts.REQUEST_BOOKING).click();
      fast.isAt("/booking");
      held.release();

      assertThat(slow.alert().first()).isVisible();
      slow.isAt("/book");
      assertThat(slow.page().locator("[data-day='" + first + "']")).containsText("voll");
      // Once, however many requests say so.
      assertThat(slow.text("hat nicht genug freie Betten")).hasCount(1);
      slow.link("Auf die Warteliste dafür").click();
      slow.isAt("/waiting/join");
      slow.button("Auf die Warteliste").click();
      slow.isAt("/waiting");
      assertThat(ScreenParts.entry(slow, "Hängematte"))
          .containsText(GermanDates.stay(first, first.plusDays(2)));
    }
    assertThat(GARDEN.sql().one("SELECT count(*) FROM booking")).isEqualTo("1");
  }
}
