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
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Booking some nights, from choosing the dates to the saved booking. */
class BookIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();
  private static final UUID TOWER = GARDEN.place("Turmzimmer", 3);

  /** The first of a month that is far enough away for both months of a wide screen. */
  private static LocalDate month(int ahead) {
    return GardenServer.today().plusMonths(ahead).withDayOfMonth(1);
  }

  private static Locator day(Visitor visitor, LocalDate day) {
    return visitor.page().locator("[data-day='" + day + "']");
  }

  /** A member who opens the form from a day in the timeline: the arrival is chosen already. */
  private static Visitor arriving(Device device, Person person, LocalDate start) {
    return Visitor.of(GARDEN, device, person).goTo("/book?start=" + start);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void takesAFewNights(Device device) {
    Person ben = GARDEN.member("Ben");
    LocalDate first = month(device == Device.PHONE ? 2 : 3);
    try (Visitor visitor = arriving(device, ben, first)) {
      day(visitor, first.plusDays(1)).click();
      day(visitor, first.plusDays(9)).click();
      day(visitor, first.plusDays(12)).click();
      assertThat(visitor.text("· 3 Nächte").first()).isVisible();
      visitor.button("Mehr Erwachsene").click();
      visitor.field("Notiz (freiwillig)").fill("Mit Hund");
      visitor.button(Texts.REQUEST_BOOKING).click();

      visitor.isAt("/booking").seesHeading("Buchung");
      assertThat(visitor.text(Texts.REQUEST_ARRIVED)).isVisible();
      assertThat(visitor.text("Angefragt")).isVisible();
      assertThat(visitor.text("Turmzimmer (2 Personen)")).isVisible();
    }
    assertThat(GARDEN.sql().one("SELECT start_date FROM booking WHERE member_id = ?", ben.id()))
        .isEqualTo(first.plusDays(9).toString());
  }

  @Test
  void isDoneByKeyboardAlone() {
    Person clara = GARDEN.member("Clara");
    LocalDate first = month(4);
    try (Visitor visitor = arriving(Device.DESK, clara, first)) {
      Page page = visitor.page();
      assertThat(day(visitor, first.plusDays(2))).hasAttribute("aria-disabled", "false");
      day(visitor, first).focus();
      page.keyboard().press("ArrowDown");
      assertThat(day(visitor, first.plusDays(7))).isFocused();
      page.keyboard().press("ArrowUp");
      page.keyboard().press("ArrowRight");
      page.keyboard().press("ArrowRight");
      assertThat(day(visitor, first.plusDays(2))).isFocused();
      assertThat(page.getByRole(AriaRole.STATUS).filter(nights("· 2 Nächte")).first()).isVisible();
      page.keyboard().press("Enter");
      visitor.button("Mehr Kinder").focus();
      page.keyboard().press("Enter");
      assertThat(visitor.button(Texts.REQUEST_BOOKING)).isEnabled();
      visitor.button(Texts.REQUEST_BOOKING).focus();
      page.keyboard().press("Enter");
      visitor.isAt("/booking");
    }
    assertThat(GARDEN.sql().one("SELECT end_date FROM booking WHERE member_id = ?", clara.id()))
        .isEqualTo(first.plusDays(2).toString());
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void keepsTheDaysUnderTheFingerWhileTheyLoad(Device device) {
    LocalDate first = month(2);
    try (Visitor visitor = Visitor.of(GARDEN, device, GARDEN.member("Karl"))) {
      HeldRequests held = HeldRequests.of(visitor.page(), "**/api/bookings/availability**");
      visitor.goTo("/book?start=" + first);
      Locator day = day(visitor, first.plusDays(20));
      assertThat(day).hasAttribute("aria-disabled", "true");
      double before = day.boundingBox().y;
      held.release();
      assertThat(day).hasAttribute("aria-disabled", "false");
      assertThat(day.boundingBox().y).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void keepsTheKeyboardAtTheEndOfAMonth(Device device) {
    LocalDate first = month(2);
    LocalDate last = first.plusMonths(1).minusDays(1);
    try (Visitor visitor = arriving(device, GARDEN.member("Kim"), last)) {
      Page page = visitor.page();
      day(visitor, last).focus();
      page.keyboard().press("ArrowRight");
      assertThat(day(visitor, last.plusDays(1))).isFocused();
      page.keyboard().press("ArrowLeft");
      assertThat(day(visitor, last)).isFocused();
      page.keyboard().press("PageDown");
      assertThat(day(visitor, last.plusDays(1))).isFocused();
      page.keyboard().press("PageDown");
      assertThat(day(visitor, first.plusMonths(2))).isFocused();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-01-01", "2027-02-30", "soon"})
  void beginsWithNoNightThatCannotBeBooked(String start) {
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, GARDEN.member("Lea"))) {
      visitor.goTo("/book?start=" + start);
      assertThat(visitor.text("Wann kommst du an?")).isVisible();
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void jumpsToAFarMonth(Device device) {
    LocalDate far = month(11);
    try (Visitor visitor = Visitor.of(GARDEN, device, GARDEN.member("Mia")).goTo("/book")) {
      visitor.field("Monat wählen").selectOption(far.toString());
      assertThat(day(visitor, far)).isVisible();
    }
  }

  @Test
  void saysOnceThatTheBedsAreFree() {
    LocalDate first = month(12);
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, GARDEN.member("Nora"))) {
      visitor.goTo("/book?start=%s&end=%s".formatted(first, first.plusDays(2)));
      Locator good = visitor.page().locator("[role=status]", hasText("Passt."));
      assertThat(good).hasCount(1);
    }
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Locator.FilterOptions nights(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void offersNoFullNightButItsMorning(Device device) {
    LocalDate first = month(device == Device.PHONE ? 5 : 6);
    LocalDate full = first.plusDays(9);
    GARDEN.book(GARDEN.member("Dora"), Stay.from(TOWER, full, 1, 3));
    try (Visitor visitor = arriving(device, GARDEN.member("Emil"), full.plusDays(1))) {
      Locator night = day(visitor, full);
      assertThat(night).containsText("voll");
      assertThat(night).hasAttribute("aria-disabled", "true");
      day(visitor, full.minusDays(2)).click();
      assertThat(day(visitor, full.plusDays(3))).hasAttribute("aria-disabled", "false");
      assertThat(night).hasAttribute("aria-disabled", "false");
      night.click();

      // As the day of departure.
      assertThat(visitor.text("· 2 Nächte").first()).isVisible();
    }
  }

  @Test
  void callsNothingFreeWhenItDoesNotKnow() {
    LocalDate first = month(2);
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, GARDEN.member("Fritz"))) {
      visitor.page().route("**/api/bookings/availability**", route -> route.abort());
      visitor.goTo("/book?start=" + first);

      assertThat(visitor.alert().first()).containsText("nicht zu erreichen");
      assertThat(day(visitor, first.plusDays(3))).hasAttribute("aria-disabled", "true");
      assertThat(visitor.page().locator("[data-day][aria-label*='frei']")).hasCount(0);

      visitor.page().unroute("**/api/bookings/availability**");
      visitor.button("Noch einmal versuchen").click();
      assertThat(day(visitor, first.plusDays(20))).not().hasAttribute("aria-disabled", "true");
    }
  }

  @Test
  void sendsADoubleClickOnce() {
    sendsOnce(month(7), Locator::dblclick);
  }

  @Test
  void sendsOnceWhenClicksComeFasterThanThePageCanTell() {
    sendsOnce(month(11), button -> button.evaluate("it => { it.click(); it.click(); }"));
  }

  private static void sendsOnce(LocalDate first, Consumer<Locator> press) {
    Person greta = GARDEN.member("Greta");
    AtomicInteger sent = new AtomicInteger();
    try (Visitor visitor = arriving(Device.DESK, greta, first)) {
      visitor
          .page()
          .onRequest(
              request -> {
                if (request.method().equals("POST") && request.url().endsWith("/api/bookings")) {
                  sent.incrementAndGet();
                }
              });
      day(visitor, first.plusDays(2)).click();
      assertThat(visitor.button(Texts.REQUEST_BOOKING)).isEnabled();
      press.accept(visitor.button(Texts.REQUEST_BOOKING));
      visitor.isAt("/booking");
    }
    assertThat(sent).hasValue(1);
    assertThat(GARDEN.sql().one("SELECT count(*) FROM booking WHERE member_id = ?", greta.id()))
        .isEqualTo("1");
  }

  @Test
  void keepsWhatWasTypedWhenTheSessionEnds() {
    Person hans = GARDEN.member("Hans");
    LocalDate first = month(8);
    try (Visitor visitor = arriving(Device.PHONE, hans, first)) {
      day(visitor, first.plusDays(2)).click();
      visitor.field("Notiz (freiwillig)").fill("Wir kommen spät");
      assertThat(visitor.button(Texts.REQUEST_BOOKING)).isEnabled();
      GARDEN.sql().run("DELETE FROM session WHERE member_id = ?", hans.id());
      visitor.button(Texts.REQUEST_BOOKING).click();

      visitor.seesHeading("Bitte noch einmal anmelden");
      assertThat(visitor.field("E-Mail-Adresse")).hasValue(hans.email());
      visitor.field("Passwort").fill(hans.password());
      visitor.button("Anmelden").click();
      assertThat(visitor.heading("Bitte noch einmal anmelden")).hasCount(0);
      assertThat(visitor.field("Notiz (freiwillig)")).hasValue("Wir kommen spät");
      visitor.button(Texts.REQUEST_BOOKING).click();
      visitor.isAt("/booking");
    }
  }

  @Test
  void keepsTheDraftOnTheWayBack() {
    LocalDate first = month(9);
    try (Visitor visitor = arriving(Device.PHONE, GARDEN.member("Ida"), first)) {
      day(visitor, first.plusDays(3)).click();
      visitor.link("Garten").first().click();
      visitor.isAt("/garden");
      visitor.page().goBack();
      visitor.isAt("/book");

      assertThat(visitor.text("· 3 Nächte").first()).isVisible();
      assertThat(visitor.button(Texts.REQUEST_BOOKING)).isEnabled();
    }
  }

  @Test
  void saysThatItIsAtWorkOnASlowNetwork() {
    LocalDate first = month(10);
    try (Visitor visitor = arriving(Device.PHONE, GARDEN.member("Jan"), first)) {
      day(visitor, first.plusDays(3)).click();
      assertThat(visitor.button(Texts.REQUEST_BOOKING)).isEnabled();
      HeldRequests held = HeldRequests.of(visitor.page(), "**/api/bookings");
      visitor.button(Texts.REQUEST_BOOKING).click();

      Locator sending = visitor.button("Wird gesendet …");
      assertThat(sending).isDisabled();
      assertThat(sending).hasAttribute("aria-busy", "true");
      held.release();
      visitor.isAt("/booking");
    }
  }
}
