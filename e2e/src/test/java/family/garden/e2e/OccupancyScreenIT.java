package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The occupancy of the garden. */
class OccupancyScreenIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();
  private static final LocalDate FIRST = GardenServer.today().plusMonths(2).withDayOfMonth(1);
  private static final String PERIOD =
      "/admin/report?from=%s&to=%s".formatted(FIRST, FIRST.plusDays(10));

  @BeforeAll
  static void bookSome() {
    UUID tower = GARDEN.place("Turmzimmer", 2);
    UUID tent = GARDEN.place("Zelt", 3);
    Person anna = GARDEN.member("Anna");
    GARDEN.book(anna, Stay.from(tower, FIRST.plusDays(1), 4, 2).and(tent, 1));
    UUID over = GARDEN.book(anna, Stay.from(tent, FIRST, 5, 2)).id();
    anna.api().post("/api/bookings/" + over + "/cancel").expect(204);
  }

  private static Visitor gerda(Device device) {
    return Visitor.of(GARDEN, device, GARDEN.administrator());
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void addsUpTheBedsOfEachNight(Device device) {
    try (Visitor visitor = gerda(device).goTo(PERIOD)) {
      assertThat(visitor.text("12 von 50 Bettnächten belegt")).isVisible();
      assertThat(cells(ScreenParts.row(visitor, "Nach Unterkünften", "Turmzimmer")))
          .hasText(new String[] {"8", "20", "40 %"});
      assertThat(cells(ScreenParts.row(visitor, "Nach Unterkünften", "Zelt")))
          .hasText(new String[] {"4", "30", "13 %"});
      assertThat(cells(ScreenParts.row(visitor, "Nach Monaten", GermanDates.shortMonth(FIRST))))
          .hasText(new String[] {"12", "50", "24 %"});
      assertThat(cells(ScreenParts.row(visitor, "Wer gebucht hat", "Anna Grün")))
          .hasText(new String[] {"4", "12"});

      visitor.field("Unterkunft").selectOption("Zelt");
      assertThat(cells(ScreenParts.row(visitor, "Nach Monaten", "Zusammen")))
          .hasText(new String[] {"4", "30", "13 %"});
    }
  }

  private static Locator cells(Locator row) {
    return row.locator("td");
  }

  @Test
  void countsOtherNightsWhenAsked() {
    try (Visitor visitor = gerda(Device.DESK).goTo(PERIOD)) {
      visitor.field("Letzte Nacht").fill(FIRST.plusDays(1).toString());
      assertThat(visitor.text("3 von 10 Bettnächten belegt")).isVisible();
      visitor.page().reload();
      assertThat(visitor.text("3 von 10 Bettnächten belegt")).isVisible();
      visitor.field("Zeitraum").selectOption("Letztes Jahr");
      assertThat(visitor.text("In diesem Zeitraum hat niemand gebucht.")).isVisible();
    }
  }

  @Test
  void countsTheNightsOfBothOfTwoChangesAtOnce() {
    try (Visitor visitor = gerda(Device.PHONE).goTo(PERIOD)) {
      assertThat(visitor.text("12 von 50 Bettnächten belegt")).isVisible();

      // Both changes before the page has rendered the first.
      visitor
          .page()
          .evaluate(
              """
              ([first, last]) => [first, last].forEach((day, index) => {
                const field = document.querySelectorAll("main input[type=date]")[index];
                const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
                set.call(field, day);
                field.dispatchEvent(new Event("input", { bubbles: true }));
              })
              """,
              List.of(FIRST.plusDays(1).toString(), FIRST.plusDays(2).toString()));

      assertThat(visitor.text("6 von 10 Bettnächten belegt")).isVisible();
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void givesTheSameAsAFile(Device device) throws IOException {
    try (Visitor visitor = gerda(device).goTo(PERIOD)) {
      Download download =
          visitor.page().waitForDownload(() -> visitor.button("Als CSV herunterladen").click());
      assertThat(download.suggestedFilename())
          .isEqualTo("auslastung-%s-%s.csv".formatted(FIRST, FIRST.plusDays(9)));
      assertThat(Files.readString(download.path()).lines().skip(1))
          .containsExactlyInAnyOrder(
              "\"Turmzimmer\";\"%s\";\"20\";\"8\";\"40\"".formatted(YearMonth.from(FIRST)),
              "\"Zelt\";\"%s\";\"30\";\"4\";\"13\"".formatted(YearMonth.from(FIRST)));
    }
  }

  @Test
  void givesTheFileInTheLanguageOfTheApp() throws IOException {
    Person eve = GARDEN.administrator("Eve");
    eve.api().patch("/api/me", Map.of("language", "en")).expect(200);
    try (Visitor visitor = Visitor.of(GARDEN, Device.DESK, eve).goTo("/profile")) {
      visitor.field("Sprache der Seiten und Mails").selectOption("en");
      visitor.goTo(PERIOD);
      Download download =
          visitor.page().waitForDownload(() -> visitor.button("Download as CSV").click());
      assertThat(Files.readString(download.path())).startsWith("\uFEFF\"Accommodation\";");
    }
  }
}
