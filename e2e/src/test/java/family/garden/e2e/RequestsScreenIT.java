package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accepting and rejecting requests. */
class RequestsScreenIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();

  private static Visitor gerda(Device device) {
    return Visitor.of(GARDEN, device, GARDEN.administrator()).goTo("/admin/requests");
  }

  private static String status(UUID booking) {
    return GARDEN.sql().one("SELECT status FROM booking WHERE id = ?", booking);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void accepts(Device device) {
    String name = "Anna" + device;
    Stay stay = Stay.in(GARDEN.place("Zelt " + device, 3), 10, 2, 2).noting("Mit Hund");
    UUID booking = GARDEN.book(GARDEN.member(name), stay).id();
    try (Visitor visitor = gerda(device)) {
      Locator request = ScreenParts.entry(visitor, name);
      assertThat(request.first()).containsText(GermanDates.stay(stay));
      assertThat(request.first()).containsText("Zelt " + device + " (2 Personen)");
      assertThat(request.first()).containsText("Mit Hund");
      ScreenParts.button(request, "Annehmen").click();
      assertThat(visitor.text("Angenommen: %s Grün, %s".formatted(name, GermanDates.stay(stay))))
          .isVisible();
      assertThat(request).hasCount(0);
    }
    assertThat(status(booking)).isEqualTo("Accepted");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void rejectsWithAReason(Device device) {
    String name = "Bruno" + device;
    Person bruno = GARDEN.member(name);
    UUID booking =
        GARDEN.book(bruno, Stay.in(GARDEN.place("Wohnwagen " + device, 2), 30, 2, 2)).id();
    try (Visitor visitor = gerda(device)) {
      Locator request = ScreenParts.entry(visitor, name);
      ScreenParts.button(request, "Ablehnen").click();
      Locator question = ScreenParts.dialog(visitor);
      ScreenParts.field(question, "Grund (freiwillig)").fill("Da wird das Dach geflickt");
      ScreenParts.button(question, "Ablehnen").click();
      assertThat(visitor.text("Abgelehnt: " + name)).isVisible();
      assertThat(request).hasCount(0);
    }
    assertThat(status(booking)).isEqualTo("Rejected");
    try (Visitor his = Visitor.of(GARDEN, device, bruno).goTo("/booking?id=" + booking)) {
      assertThat(ScreenParts.entry(his, "Abgelehnt von"))
          .containsText("„Da wird das Dach geflickt“");
    }
  }

  @Test
  void showsAChangeBeforeTheRequestIsAccepted() {
    UUID tent = GARDEN.place("Hauszelt", 9);
    Stay stay = Stay.in(tent, 70, 2, 2);
    Person dora = GARDEN.member("Dora");
    UUID booking = GARDEN.book(dora, stay).id();
    try (Visitor visitor = gerda(Device.DESK)) {
      Locator request = ScreenParts.entry(visitor, "Dora");
      assertThat(request.first()).containsText("Hauszelt (2 Personen)");
      dora.api().put("/api/bookings/" + booking, stay.later(1).and(tent, 5)).expect(200);
      ScreenParts.button(request, "Annehmen").click();
      assertThat(visitor.alert().first()).containsText("wurde gerade geändert");
      assertThat(request.first()).containsText(GermanDates.stay(stay.later(1)));
      assertThat(request.first()).containsText("Hauszelt (7 Personen)");
      assertThat(status(booking)).isEqualTo("Pending");
      ScreenParts.button(request, "Annehmen").click();
      assertThat(request).hasCount(0);
    }
    assertThat(status(booking)).isEqualTo("Accepted");
  }

  @Test
  void saysThatSomebodyElseAnswered() {
    UUID booking =
        GARDEN.book(GARDEN.member("Clara"), Stay.in(GARDEN.place("Turmzimmer", 3), 60, 2, 1)).id();
    try (Visitor visitor = gerda(Device.DESK)) {
      Locator request = ScreenParts.entry(visitor, "Clara");
      assertThat(request.first()).isVisible();
      GARDEN
          .administrator("Gustav")
          .api()
          .ifMatch("*")
          .post("/api/bookings/" + booking + "/accept")
          .expect(204);
      ScreenParts.button(request, "Annehmen").click();
      assertThat(visitor.alert().first()).isVisible();
      assertThat(request).hasCount(0);
    }
    assertThat(status(booking)).isEqualTo("Accepted");
  }
}
