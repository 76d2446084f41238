package family.garden.booking;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each action of each person on a booking in each state, with the answer and the new state. */
class BookingMatrixIT {
  enum Who {
    OWNER,
    OTHER,
    ADMIN,
    /** Owner of the booking, approval not yet given. */
    PENDING_OWNER,
    PENDING_OTHER
  }

  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final UUID PLACE = GARDEN.place("Wiese", 100);
  private static final Person OWNER = GARDEN.member("Olga");
  private static final Person OTHER = GARDEN.member("Anna");
  private static final Person PENDING_OWNER = GARDEN.member("Paula");
  private static final Person PENDING_OTHER = GARDEN.pending("Peter");
  private static int day;

  /**
   * Columns in the order of {@link BookingStatus}. Each cell has the answer, and the new state if
   * it differs.
   */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          who           | action  | Pending       | Accepted      | Rejected | Cancelled | Completed
          OWNER         | read    | 200           | 200           | 200      | 200       | 200
          OWNER         | history | 200           | 200           | 200      | 200       | 200
          OWNER         | edit    | 200           | 200 Pending   | 409      | 409       | 409
          OWNER         | notes   | 200           | 200           | 409      | 409       | 409
          OWNER         | cancel  | 204 Cancelled | 204 Cancelled | 409      | 409       | 409
          OWNER         | accept  | 403           | 403           | 403      | 403       | 403
          OWNER         | reject  | 403           | 403           | 403      | 403       | 403
          OTHER         | read    | 403           | 403           | 403      | 403       | 403
          OTHER         | history | 403           | 403           | 403      | 403       | 403
          OTHER         | edit    | 403           | 403           | 403      | 403       | 403
          OTHER         | notes   | 403           | 403           | 403      | 403       | 403
          OTHER         | cancel  | 403           | 403           | 403      | 403       | 403
          OTHER         | accept  | 403           | 403           | 403      | 403       | 403
          OTHER         | reject  | 403           | 403           | 403      | 403       | 403
          ADMIN         | read    | 200           | 200           | 200      | 200       | 200
          ADMIN         | history | 200           | 200           | 200      | 200       | 200
          ADMIN         | edit    | 200           | 200           | 409      | 409       | 409
          ADMIN         | notes   | 200           | 200           | 409      | 409       | 409
          ADMIN         | cancel  | 204 Cancelled | 204 Cancelled | 409      | 409       | 409
          ADMIN         | accept  | 204 Accepted  | 409           | 409      | 409       | 409
          ADMIN         | reject  | 204 Rejected  | 409           | 409      | 409       | 409
          PENDING_OWNER | read    | 200           | 200           | 200      | 200       | 200
          PENDING_OWNER | history | 200           | 200           | 200      | 200       | 200
          PENDING_OWNER | edit    | 403           | 403           | 403      | 403       | 403
          PENDING_OWNER | notes   | 403           | 403           | 403      | 403       | 403
          PENDING_OWNER | cancel  | 403           | 403           | 403      | 403       | 403
          PENDING_OWNER | accept  | 403           | 403           | 403      | 403       | 403
          PENDING_OWNER | reject  | 403           | 403           | 403      | 403       | 403
          PENDING_OTHER | read    | 403           | 403           | 403      | 403       | 403
          PENDING_OTHER | history | 403           | 403           | 403      | 403       | 403
          PENDING_OTHER | edit    | 403           | 403           | 403      | 403       | 403
          PENDING_OTHER | notes   | 403           | 403           | 403      | 403       | 403
          PENDING_OTHER | cancel  | 403           | 403           | 403      | 403       | 403
          PENDING_OTHER | accept  | 403           | 403           | 403      | 403       | 403
          PENDING_OTHER | reject  | 403           | 403           | 403      | 403       | 403
          """)
  void answersAndLeadsOn(
      Who who,
      String action,
      String pending,
      String accepted,
      String rejected,
      String cancelled,
      String completed) {
    Map<BookingStatus, String> cells =
        Map.of(
            BookingStatus.Pending, pending,
            BookingStatus.Accepted, accepted,
            BookingStatus.Rejected, rejected,
            BookingStatus.Cancelled, cancelled,
            BookingStatus.Completed, completed);
    cells.forEach(
        (from, text) -> {
          String[] cell = text.split(" ", -1);
          String to = cell.length > 1 ? cell[1] : from.name();
          check(who, action, from, Integer.parseInt(cell[0]), to);
        });
  }

  private static void check(Who who, String action, BookingStatus from, int answer, String to) {
    Person owner = who == Who.PENDING_OWNER ? PENDING_OWNER : OWNER;
    day = (day + 1) % 300;
    Stay stay = Stay.in(PLACE, 1 + day, 2, 1);
    UUID id = booked(owner, stay, from);
    Answer before = read(id);
    assertThat(before.body().path("status").asText()).isEqualTo(from.name());

    Answer response = act(person(who).api(), action, id, stay);
    assertThat(response.status()).as("%s %s %s: %s", who, action, from, response).isEqualTo(answer);
    Answer after = read(id);
    assertThat(after.body().path("status").asText())
        .as("%s %s %s", who, action, from)
        .isEqualTo(to);
    boolean reads = action.equals("read") || action.equals("history");
    if (answer >= 400 || reads) {
      assertThat(after.body()).as("%s %s %s", who, action, from).isEqualTo(before.body());
    } else {
      assertThat(after.etag()).isNotEqualTo(before.etag());
    }
  }

  private static Answer read(UUID id) {
    return GARDEN.administrator().api().get("/api/bookings/" + id).expect(200);
  }

  private static Answer act(Api api, String action, UUID id, Stay stay) {
    String path = "/api/bookings/" + id;
    return switch (action) {
      case "read" -> api.get(path);
      case "history" -> api.get(path + "/history");
      case "edit" -> api.put(path, stay.later(3));
      case "notes" -> api.put(path, stay.noting("nur eine Notiz"));
      case "reject" -> api.ifMatch("*").post(path + "/reject", Map.of("reason", "Gartenfest"));
      case "accept" -> api.ifMatch("*").post(path + "/accept");
      default -> api.post(path + "/" + action);
    };
  }

  private static Person person(Who who) {
    return switch (who) {
      case OWNER -> OWNER;
      case OTHER -> OTHER;
      case ADMIN -> GARDEN.administrator();
      case PENDING_OWNER -> PENDING_OWNER;
      case PENDING_OTHER -> PENDING_OTHER;
    };
  }

  private static UUID booked(Person owner, Stay stay, BookingStatus state) {
    setStatus(PENDING_OWNER, "Active");
    UUID id = GARDEN.book(owner, stay).id();
    setStatus(PENDING_OWNER, "Pending");
    String path = "/api/bookings/" + id;
    Api admin = GARDEN.administrator().api();
    switch (state) {
      case Pending -> {}
      case Accepted -> admin.ifMatch("*").post(path + "/accept").expect(204);
      case Rejected -> admin.ifMatch("*").post(path + "/reject", "{}").expect(204);
      case Cancelled -> admin.post(path + "/cancel").expect(204);
      case Completed -> {
        admin.ifMatch("*").post(path + "/accept").expect(204);
        GARDEN.letPass(id, 0);
      }
    }
    return id;
  }

  private static void setStatus(Person person, String status) {
    GARDEN.sql().run("UPDATE member SET status = ? WHERE id = ?", status, person.id());
  }
}
