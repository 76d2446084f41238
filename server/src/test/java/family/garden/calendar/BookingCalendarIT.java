package family.garden.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One booking as a calendar file. */
class BookingCalendarIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Person ANNA = GARDEN.member("Anna");

  private static String path(UUID booking) {
    return "/api/bookings/" + booking + "/calendar.ics";
  }

  @Test
  void hasTheNightsAndThePlace() {
    Stay stay = Stay.in(GARDEN.place("Turm, oben", 2), 3, 2, 2);
    UUID booking = GARDEN.book(ANNA, stay).id();
    Answer calendar = ANNA.api().get(path(booking)).expect(200);
    assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
    assertThat(calendar.text())
        .contains(
            "UID:" + booking,
            "DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(stay.startDate()),
            "DTEND;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(stay.endDate()),
            "SUMMARY:Im Garten (angefragt)",
            "LOCATION:Turm\\, oben (2)")
        .containsOnlyOnce("BEGIN:VEVENT");
    assertThat(ANNA.api().language("en").get(path(booking)).expect(200).text())
        .contains("SUMMARY:In the garden");
  }

  @Test
  void isForTheOwnerAndAdministrators() {
    UUID booking = GARDEN.book(ANNA, Stay.in(GARDEN.place("Zelt", 2), 3, 2, 2)).id();
    GARDEN.member("Bruno").api().get(path(booking)).expect(403);
    GARDEN.api().get(path(booking)).expect(401);
    GARDEN.administrator().api().get(path(booking)).expect(200);
    ANNA.api().get(path(UUID.randomUUID())).expect(404);
    ANNA.api().get("/api/bookings/x/calendar.ics").expect(404);
  }
}
