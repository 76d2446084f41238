package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Screens show what people write as text, and never run it as HTML. */
class StrangeNamesIT {
  private static final String NAME = "Zoë 🌻 <script>alert(1)</script>";
  private static final String PLACE = "Häuschen 🏡 <img src=x onerror=alert(2)>";
  private static final String NOTE = "Größe: 👨‍👩‍👧 \"</p><script>alert(3)</script>\" & ''";

  @AutoClose private static final Garden GARDEN = WebGarden.open();
  private static final Person ZOE = GARDEN.member(NAME);
  private static final UUID PLACE_ID = GARDEN.place(PLACE, 3);
  private static final LocalDate FIRST = GardenServer.today().plusMonths(1).withDayOfMonth(1);
  private static final UUID BOOKING =
      GARDEN.book(ZOE, Stay.from(PLACE_ID, FIRST, 9, 2).noting(NOTE)).id();

  private static Visitor gerda(Device device, List<String> dialogs) {
    Visitor visitor = Visitor.of(GARDEN, device, GARDEN.administrator());
    visitor
        .page()
        .onDialog(
            dialog -> {
              dialogs.add(dialog.message());
              dialog.dismiss();
            });
    return visitor;
  }

  private static void goesTo(Visitor visitor, String path, String... words) {
    visitor.goTo(path);
    shows(visitor, words);
  }

  private static void shows(Visitor visitor, String... words) {
    for (String written : words) {
      assertThat(ScreenParts.content(visitor)).containsText(written);
    }
    assertThat(visitor.page().locator("main script, main img")).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void areText(Device device) {
    List<String> dialogs = new ArrayList<>();
    try (Visitor visitor = gerda(device, dialogs)) {
      ScreenParts.showMonth(visitor.goTo("/garden"), FIRST);
      if (device == Device.PHONE) {
        visitor.page().locator("[data-day='" + FIRST.plusDays(1) + "']").click();
      }
      shows(visitor, NAME, PLACE);
      goesTo(visitor, "/bookings", NAME, PLACE);
      goesTo(visitor, "/booking?id=" + BOOKING, NAME, PLACE, NOTE);
      goesTo(visitor, "/admin/requests", NAME, PLACE, NOTE);
      goesTo(visitor, "/admin/people", NAME);
      goesTo(visitor, "/admin/accommodations", PLACE);
      goesTo(visitor, "/admin/report", PLACE);
      goesTo(visitor, "/book?edit=" + BOOKING, PLACE);
      assertThat(visitor.field("Notiz (freiwillig)")).hasValue(NOTE);
      assertThat(visitor.browserErrors()).isEmpty();
    }
    assertThat(dialogs).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void areTextInQuestionsAndAnswersToo(Device device) {
    GARDEN.sql().run("UPDATE member SET status = 'Pending' WHERE id = ?", ZOE.id());
    List<String> dialogs = new ArrayList<>();
    try (Visitor visitor = gerda(device, dialogs)) {
      visitor.goTo("/admin/people").button("Ablehnen " + NAME + " Grün").click();
      assertThat(ScreenParts.dialog(visitor)).containsText(NAME + " Grün ablehnen?");
      visitor.button("Abbrechen").click();
      visitor.button("Freigeben " + NAME + " Grün").click();
      shows(visitor, NAME + " Grün ist freigegeben.");
    }
    assertThat(dialogs).isEmpty();
  }
}
