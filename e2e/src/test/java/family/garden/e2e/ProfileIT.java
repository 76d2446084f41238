package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The profile: what members decide about themselves. */
class ProfileIT {
  private static final String PASSWORD = "four words that differ";

  @AutoClose private static final Garden GARDEN = WebGarden.open();
  private static final UUID TENT = GARDEN.place("Großes Zelt", 60);

  private static Visitor atProfile(Device device, Person person) {
    return Visitor.of(GARDEN, device, person).goTo("/profile").seesHeading("Profil");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void hidesANameFromTheOthers(Device device) {
    Person anna = GARDEN.member("Anna" + device);
    GARDEN.book(anna, Stay.in(TENT, 0, 2, 1));
    try (Visitor other = Visitor.of(GARDEN, device, GARDEN.member("Ben")).goTo("/garden")) {
      other.button("Liste").click();
      assertThat(other.text("Anna" + device)).hasCount(1);
      try (Visitor visitor = atProfile(device, anna)) {
        visitor.field("Als „besetzt“ anzeigen").check();
        assertThat(visitor.text("nur, dass in diesen Nächten jemand da ist")).isVisible();
        // The page shows the choice before the server has stored it.
        assertThat(visitor.text("Gespeichert").first()).isVisible();
      }
      other.page().reload();
      assertThat(other.text("besetzt").first()).isVisible();
      assertThat(other.text("Anna" + device)).hasCount(0);
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void switchesRemindersOff(Device device) {
    Person rudi = GARDEN.member("Rudi");
    try (Visitor visitor = atProfile(device, rudi)) {
      assertThat(visitor.field("Vor jedem Aufenthalt erinnern")).isChecked();
      visitor.field("Vor jedem Aufenthalt erinnern").uncheck();
      assertThat(visitor.text("Gespeichert").first()).isVisible();
      visitor.page().reload();
      assertThat(visitor.field("Vor jedem Aufenthalt erinnern")).not().isChecked();
    }
    assertThat(GARDEN.sql().one("SELECT reminded FROM member WHERE id = ?", rudi.id()))
        .isEqualTo("f");
  }

  @Test
  void changesTheNameAndThePassword() {
    Person clara = GARDEN.member("Clara");
    try (Visitor visitor = atProfile(Device.PHONE, clara)) {
      visitor.field("Vorname").fill("Klärchen 🌷");
      visitor.button("Speichern").click();
      assertThat(visitor.text("Gespeichert").first()).isVisible();

      visitor.button("Passwort ändern").click();
      visitor.field("Dein jetziges Passwort").fill(clara.password());
      visitor.field("Neues Passwort").fill(PASSWORD);
      visitor.button("Neues Passwort speichern").click();
      assertThat(visitor.text("Dein neues Passwort gilt.")).isVisible();
    }
    assertThat(GARDEN.sql().one("SELECT first_name FROM member WHERE id = ?", clara.id()))
        .isEqualTo("Klärchen 🌷");
    GARDEN.people().logIn(clara.email(), PASSWORD);
  }

  @Test
  void downloadsTheMembersData() throws IOException {
    Person dora = GARDEN.member("Dora");
    try (Visitor visitor = atProfile(Device.DESK, dora)) {
      Download download =
          visitor.page().waitForDownload(visitor.button("Meine Daten herunterladen")::click);

      assertThat(download.suggestedFilename()).endsWith(".json");
      assertThat(Files.readString(download.path())).contains(dora.email());
    }
  }

  @Test
  void showsACalendarAddressOnceAndRevokesIt() {
    Person emil = GARDEN.member("Emil");
    try (Visitor visitor = atProfile(Device.PHONE, emil)) {
      visitor.button("Kalenderadresse erstellen").click();
      String address = visitor.field("Deine Kalenderadresse").inputValue();
      assertThat(visitor.page().request().get(address).text()).startsWith("BEGIN:VCALENDAR");

      visitor.page().reload();
      assertThat(visitor.text("Du hast eine Kalenderadresse, seit")).isVisible();
      assertThat(visitor.field("Deine Kalenderadresse")).hasCount(0);
      visitor.button("Adresse widerrufen").first().click();
      ScreenParts.button(ScreenParts.dialog(visitor), "Adresse widerrufen").click();
      assertThat(visitor.text("Die Adresse gilt nicht mehr.")).isVisible();
      assertThat(visitor.page().request().get(address).status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void showsWhereOneIsLoggedInAndEndsItThere(Device device) {
    Person gabi = GARDEN.member("Gabi");
    Api phone = logIn(gabi, "Mozilla/5.0 (Android 15; Mobile; rv:137.0) Firefox/137.0");
    Api laptop = logIn(gabi, "Mozilla/5.0 (Windows NT 10.0) Chrome/135.0 Safari/537.36");
    Api other = logIn(gabi, "Mozilla/5.0 (iPhone) Version/18.4 Safari/604.1");
    try (Visitor visitor = atProfile(device, gabi)) {
      assertThat(visitor.text("Dieses Gerät")).hasCount(1);
      assertThat(visitor.text("Chrome auf Windows")).isVisible();
      visitor.page().getByLabel("Anmeldung beenden: Firefox auf Android").click();
      assertThat(visitor.text("Beendet: Firefox auf Android.")).isVisible();
      assertThat(visitor.page().getByLabel("Anmeldung beenden: Firefox auf Android")).hasCount(0);
      phone.get("/api/me").expect(401);
      laptop.get("/api/me").expect(200);

      visitor.button("Alle anderen beenden").click();
      ScreenParts.button(ScreenParts.dialog(visitor), "Alle anderen beenden").click();
      assertThat(visitor.text("Du bist nur noch hier angemeldet.")).isVisible();
      assertThat(visitor.button("Alle anderen beenden")).hasCount(0);
      laptop.get("/api/me").expect(401);
      other.get("/api/me").expect(401);
    }
    gabi.api().get("/api/me").expect(200);
  }

  private static Api logIn(Person person, String userAgent) {
    Api device = GARDEN.api().header("User-Agent", userAgent);
    return device.as(
        device
            .post("/api/auth/login", Map.of("email", person.email(), "password", person.password()))
            .expect(200)
            .body()
            .path("token")
            .asText());
  }

  @Test
  void deletesTheAccountAndCancelsTheStaysAhead() {
    Person fritz = GARDEN.member("Fritz");
    UUID booking = GARDEN.book(fritz, Stay.in(TENT, 3, 2, 1)).id();
    try (Visitor visitor = atProfile(Device.PHONE, fritz)) {
      visitor.button("Konto löschen …").click();
      ScreenParts.field(ScreenParts.dialog(visitor), "Dein Passwort").fill(fritz.password());
      ScreenParts.button(ScreenParts.dialog(visitor), "Endgültig löschen").click();
      visitor.isAt("/");
    }
    assertThat(GARDEN.sql().one("SELECT status FROM booking WHERE id = ?", booking))
        .isEqualTo("Cancelled");
    assertThat(GARDEN.sql().one("SELECT status FROM member WHERE id = ?", fritz.id()))
        .isEqualTo("Erased");
  }
}
