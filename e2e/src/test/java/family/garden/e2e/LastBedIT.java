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
        visitor.button("Mehr Personen in Hängematte").click();
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
    }
    assertThat(GARDEN.sql().one("SELECT count(*) FROM booking")).isEqualTo("1");
  }
}
