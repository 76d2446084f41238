package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.garden.CalendarHost;
import family.garden.contract.garden.Garden;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** External calendars that block the garden. */
class ExternalCalendarsScreenIT {
  private static final LocalDate FIRST = GardenServer.today().plusMonths(1).withDayOfMonth(1);

  @AutoClose private static final CalendarHost CLUB = CalendarHost.open();

  @AutoClose
  private static final Garden GARDEN =
      WebGarden.open(launch -> launch.env("BOOKING_CALENDAR_TRUSTED_HOSTS", "localhost"));

  @BeforeAll
  static void haveAPlace() {
    GARDEN.place("Turmzimmer", 4);
  }

  @AfterEach
  void removeAll() {
    Api api = GARDEN.administrator().api();
    String calendars = "/api/admin/external-calendars";
    api.get(calendars)
        .body()
        .forEach(one -> api.delete(calendars + "/" + one.path("id").asText()).expect(204));
  }

  private static Visitor gerda(Device device) {
    return Visitor.of(GARDEN, device, GARDEN.administrator());
  }

  private static String nights(int from, int to) {
    DateTimeFormatter basic = DateTimeFormatter.BASIC_ISO_DATE;
    return "DTSTART;VALUE=DATE:%s\nDTEND;VALUE=DATE:%s"
        .formatted(
            FIRST.withDayOfMonth(from).format(basic), FIRST.withDayOfMonth(to).format(basic));
  }

  private static void add(Visitor visitor, String name, String address) {
    visitor.field("Name").fill(name);
    visitor.field("Adresse des Kalenders").fill(address);
    visitor.button("Eintragen").click();
  }

  /** Goes there through the menu: a new page load would drop all cached answers. */
  private static void toCalendars(Visitor visitor) {
    visitor.link("Verwaltung").click();
    ScreenParts.link(ScreenParts.content(visitor), "Fremde Kalender").click();
    visitor.isAt("/admin/calendars").seesHeading("Fremde Kalender");
  }

  private static void toGarden(Visitor visitor) {
    ScreenParts.link(visitor.page().getByLabel("Hauptmenü"), "Garten").click();
    // Still the month that was shown before.
    visitor.isAt("/garden").seesHeading("Der Garten");
  }

  private static void seesBeds(Visitor visitor, Device device, int dayOfMonth, String beds) {
    if (device == Device.DESK) {
      assertThat(ScreenParts.freeInAll(visitor).nth(dayOfMonth - 1))
          .hasText(beds.replace(" Betten frei", ""));
    } else {
      assertThat(visitor.page().locator("[data-day='" + FIRST.withDayOfMonth(dayOfMonth) + "']"))
          .hasAccessibleName(Pattern.compile(", " + beds + "$"));
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void takeTheirNightsUntilTheyAreRemoved(Device device) {
    String name = "Verein " + device;
    CLUB.calendar("/club.ics", nights(10, 12));
    try (Visitor visitor = gerda(device).goTo("/garden")) {
      ScreenParts.showMonth(visitor, FIRST);
      seesBeds(visitor, device, 10, "4 Betten frei");

      toCalendars(visitor);
      add(visitor, name, CLUB.at("/club.ics"));
      assertThat(visitor.text(name + " wurde eingetragen.")).isVisible();
      assertThat(visitor.field("Adresse des Kalenders")).hasValue("");
      Locator calendar = ScreenParts.entry(visitor, name);
      assertThat(calendar).containsText("Lesbar");
      assertThat(calendar).containsText("von localhost");
      assertThat(calendar).containsText("Belegt 1 Zeitraum.");
      assertThat(ScreenParts.content(visitor)).not().containsText("club.ics");

      toGarden(visitor);
      assertThat(visitor.text("Der ganze Garten ist vergeben:")).isVisible();
      assertThat(ScreenParts.entry(visitor, name))
          .hasText(
              GermanDates.stay(FIRST.withDayOfMonth(10), FIRST.withDayOfMonth(12)) + ": " + name);
      seesBeds(visitor, device, 9, "4 Betten frei");
      seesBeds(visitor, device, 10, "voll");
      seesBeds(visitor, device, 11, "voll");
      seesBeds(visitor, device, 12, "4 Betten frei");

      toCalendars(visitor);
      ScreenParts.button(ScreenParts.entry(visitor, name), "Entfernen " + name).click();
      assertThat(ScreenParts.dialog(visitor)).containsText(name + " entfernen?");
      ScreenParts.button(ScreenParts.dialog(visitor), "Entfernen").click();
      assertThat(visitor.text(name + " wurde entfernt.")).isVisible();
      assertThat(ScreenParts.entry(visitor, name)).hasCount(0);

      toGarden(visitor);
      seesBeds(visitor, device, 10, "4 Betten frei");
      seesBeds(visitor, device, 11, "4 Betten frei");
      assertThat(visitor.text("Der ganze Garten ist vergeben:")).hasCount(0);
    }
  }

  @Test
  void areNotTakenFromAnAddressThatCannotBeOne() {
    try (Visitor visitor = gerda(Device.PHONE).goTo("/admin/calendars")) {
      add(visitor, "Verein", "ftp://localhost/club.ics");
      assertThat(visitor.field("Adresse des Kalenders"))
          .hasAccessibleDescription(
              Pattern.compile(
                  "Bitte gib eine Adresse wie https://calendar\\.example\\.org/garten"));
      assertThat(visitor.field("Name")).hasValue("Verein");
      assertThat(visitor.field("Adresse des Kalenders")).hasValue("ftp://localhost/club.ics");
      assertThat(visitor.text("Noch kein Kalender eingetragen.")).isVisible();
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void sayWhyTheyCannotBeRead(Device device) {
    String name = "Ferienseite " + device;
    CLUB.calendar("/late.ics", nights(20, 21));
    CLUB.answer("/late.ics", CalendarHost.status(503));
    try (Visitor visitor = gerda(device).goTo("/admin/calendars")) {
      add(visitor, name, CLUB.at("/late.ics"));
      Locator calendar = ScreenParts.entry(visitor, name);
      assertThat(calendar).containsText("Nicht lesbar");
      assertThat(calendar).containsText("Der Server des Kalenders antwortet mit dem Fehler 503.");
      assertThat(calendar).containsText("Noch nie gelesen");

      CLUB.calendar("/late.ics", nights(20, 21));
      ScreenParts.button(calendar, "Jetzt lesen").click();
      assertThat(visitor.text(name + " wurde gelesen.")).isVisible();
      assertThat(calendar).containsText("Belegt 1 Zeitraum.");
      assertThat(calendar).not().containsText("503");

      // An address in the private network that the operator did not allow.
      add(visitor, name + " zu Hause", CLUB.at("127.0.0.1", "/late.ics"));
      assertThat(ScreenParts.entry(visitor, name + " zu Hause"))
          .containsText("Die Adresse führt nicht ins öffentliche Internet");
    }
  }
}
