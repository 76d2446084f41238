package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The waiting list for full nights, from joining it to the booking. */
class WaitingScreenIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();

  /** Two nights at the beginning of the month after this one, with all beds taken. */
  private static Stay full(UUID place) {
    LocalDate first = GardenServer.today().plusMonths(1).withDayOfMonth(1);
    return Stay.from(place, first, 2, 2);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void endsInABooking(Device device) {
    String place = "Baumhaus " + device;
    Stay stay = full(GARDEN.place(place, 2));
    Person olga = GARDEN.member("Olga");
    UUID hers = GARDEN.book(olga, stay).id();
    Person anna = GARDEN.member("Anna");
    try (Visitor visitor = Visitor.of(GARDEN, device, anna).goTo("/book")) {
      visitor.link("Zur Warteliste").click();
      visitor.isAt("/waiting");
      assertThat(visitor.text(Texts.ON_NO_WAITING_LIST)).isVisible();
      visitor.link("Auf volle Nächte warten").click();
      visitor.isAt("/waiting/join");
      ScreenParts.dayInCalendar(visitor, stay.startDate()).click();
      ScreenParts.dayInCalendar(visitor, stay.endDate()).click();
      visitor.button("Mehr Personen in " + place).click();
      visitor.button("Mehr Personen in " + place).click();
      visitor.button("Auf die Warteliste").click();

      visitor.isAt("/waiting");
      assertThat(ScreenParts.entry(visitor, place)).containsText(GermanDates.stay(stay));
      assertThat(ScreenParts.entry(visitor, place)).containsText("Du bist als Nächstes dran.");
      assertThat(visitor.button("Annehmen und buchen")).hasCount(0);

      olga.api().post("/api/bookings/" + hers + "/cancel").expect(204);
      visitor.page().reload();
      assertThat(ScreenParts.entry(visitor, place)).containsText("Frei für dich");
      assertThat(ScreenParts.entry(visitor, place)).containsText("Für dich freigehalten bis");
      visitor.button("Annehmen und buchen").click();

      visitor.isAt("/booking").seesHeading("Buchung");
      assertThat(visitor.text(Texts.REQUEST_ARRIVED)).isVisible();
      assertThat(visitor.text(place + " (2 Personen)")).isVisible();
      visitor.goTo("/waiting");
      assertThat(visitor.text(Texts.ON_NO_WAITING_LIST)).isVisible();
    }
    assertThat(GARDEN.sql().one("SELECT start_date FROM booking WHERE member_id = ?", anna.id()))
        .isEqualTo(stay.startDate().toString());
  }

  @Test
  void keepsTheOrderWhenSomebodyLeaves() {
    Stay stay = full(GARDEN.place("Hängematte", 2));
    GARDEN.book(GARDEN.member("Olga"), stay);
    Person anna = GARDEN.member("Anna");
    Person bruno = GARDEN.member("Bruno");
    anna.api().post("/api/waiting", stay).expect(201);
    bruno.api().post("/api/waiting", stay).expect(201);
    try (Visitor his = Visitor.of(GARDEN, Device.DESK, bruno).goTo("/waiting");
        Visitor hers = Visitor.of(GARDEN, Device.PHONE, anna).goTo("/waiting")) {
      assertThat(ScreenParts.entry(his, "Hängematte")).containsText("Platz 2 auf der Warteliste.");
      hers.button("Nicht mehr warten").click();
      assertThat(hers.text(Texts.ON_NO_WAITING_LIST)).isVisible();
      his.page().reload();
      assertThat(ScreenParts.entry(his, "Hängematte")).containsText("Du bist als Nächstes dran.");
    }
  }
}
