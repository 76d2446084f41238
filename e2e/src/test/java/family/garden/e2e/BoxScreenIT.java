package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "How is the box?" */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoxScreenIT {
  private final Path report;
  private final Garden garden;

  BoxScreenIT(@TempDir Path folder) {
    report = folder.resolve("report.json");
    garden = WebGarden.open(launch -> launch.env("BOOKING_BOX_REPORT", report.toString()));
  }

  @AfterAll
  void close() {
    garden.close();
  }

  @BeforeEach
  void beginWithoutAReport() throws IOException {
    Files.deleteIfExists(report);
  }

  private Visitor gerda(Device device) {
    return Visitor.of(garden, device, garden.administrator());
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void showsALightAndWordsForEachPart(Device device) throws IOException {
    Instant now = Instant.now();
    Files.writeString(
        report,
        """
        {"at": "%1$s", "siteWell": true, "findings": {"urgent": 0, "hints": 2},
         "backup": {"madeAt": "%1$s", "verifiedAt": "%1$s", "copiedAt": "%1$s"},
         "deploy": {"operation": "deploy", "version": "1.2.3", "done": true, "finishedAt": "%1$s"},
         "certificateEnds": "%2$s"}
        """
            .formatted(now, now.plus(Duration.ofDays(60))));
    try (Visitor visitor = gerda(device).goTo("/admin")) {
      visitor.link("Wie geht es dem Server?").click();
      visitor.seesHeading("Wie geht es dem Server?");
      assertThat(part(visitor, "Befunde")).containsText("Bald ansehen");
      assertThat(part(visitor, "Befunde")).containsText("0 dringend, 2 Hinweise");
      assertThat(part(visitor, "Sicherung")).containsText("Gut");
      assertThat(part(visitor, "Letzte Aktualisierung")).containsText("Version 1.2.3");
      assertThat(part(visitor, "Zertifikat")).containsText("Gültig bis");
      assertThat(part(visitor, "Arbeitsspeicher")).containsText("frei");
      assertThat(part(visitor, "E-Mail")).containsText("verschickt keine E-Mails");
    }
  }

  @Test
  void saysWhatIsNotKnownAndLooksAgain() throws IOException {
    try (Visitor visitor = gerda(Device.PHONE).goTo("/admin/box")) {
      assertThat(part(visitor, "Sicherung")).containsText("Nicht bekannt");
      Files.writeString(report, "{\"at\": \"%s\", \"siteWell\": true}".formatted(Instant.now()));
      visitor.button("Noch einmal nachsehen").click();
      assertThat(part(visitor, "Sicherung")).containsText("Bitte heute kümmern");
      assertThat(part(visitor, "Sicherung")).containsText("Es gibt keine geprüfte Sicherung.");
    }
  }

  @Test
  void speaksEnglishToo() {
    Person eve = garden.administrator("Eve");
    eve.api().patch("/api/me", Map.of("language", "en")).expect(200);
    try (Visitor visitor = Visitor.of(garden, Device.DESK, eve).goTo("/profile")) {
      visitor.field("Sprache der Seiten und Mails").selectOption("en");
      visitor.goTo("/admin/box").seesHeading("How is the box?");
      assertThat(part(visitor, "Backup")).containsText("Not known");
    }
  }

  private static Locator part(Visitor visitor, String name) {
    return visitor
        .page()
        .locator("main li")
        .filter(
            new Locator.FilterOptions()
                .setHas(visitor.page().locator("h2", new Page.LocatorOptions().setHasText(name))));
  }
}
