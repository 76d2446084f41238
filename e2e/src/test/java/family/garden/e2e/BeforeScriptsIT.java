package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import family.garden.contract.garden.Garden;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the HTML file shows before any script has run: on a slow phone, for some seconds. */
class BeforeScriptsIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();

  @ParameterizedTest
  @CsvSource({
    "/garden, Der Garten",
    "/book, Nächte buchen",
    "/bookings, Meine Buchungen",
    "/booking, Buchung",
    "/waiting, Warteliste",
    "/profile, Profil",
    "/admin/people, Mitglieder",
    "/admin/requests, Anfragen",
    "/admin/accommodations, Unterkünfte",
    "/admin/report, Auslastung",
    "/admin/mail, E-Mail",
    "/admin/passkeys, Anmeldung der Verwaltung",
    "/admin/calendars, Fremde Kalender",
  })
  void saysWhatTheScreenIsForAndHasNothingToFillIn(String path, String title) {
    try (Visitor visitor =
        Visitor.stranger(GARDEN, Device.PHONE, options -> options.setJavaScriptEnabled(false))) {
      visitor.goTo(path).seesHeading(title);
      assertThat(visitor.page().locator("h1")).hasText(title);
      assertThat(visitor.page().locator("div:has(> h1) + p")).isVisible();
      assertThat(visitor.page().locator("input, select, textarea")).hasCount(0);
    }
  }
}
