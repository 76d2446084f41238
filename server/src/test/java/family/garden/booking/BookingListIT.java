package family.garden.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anna's bookings, named by their nights; Bruno has one too. */
class BookingListIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Person ANNA = GARDEN.member("Anna");
  private static final Person BRUNO = GARDEN.member("Bruno");
  private static final UUID PLACE = GARDEN.place("Wiese", 100);
  private static final Map<String, String> NAMES = new TreeMap<>();

  static {
    // Days from today: the first night, and the morning after the last.
    plant("yearsAgo", -500, -498, "Accepted");
    plant("overAYearAgo", -370, -366, "Accepted");
    plant("justAYearAgo", -370, -364, "Accepted");
    plant("overAMonthAgo", -35, -30, "Accepted");
    plant("justAMonthAgo", -35, -29, "Cancelled");
    plant("endedToday", -2, 0, "Accepted");
    plant("hereNow", -1, 1, "Accepted");
    plant("tonight", 0, 1, "Pending");
    plant("soon", 5, 7, "Accepted");
    plant("later", 20, 22, "Rejected");
    GARDEN.book(BRUNO, Stay.in(PLACE, 6, 1, 1));
  }

  private static void plant(String name, int start, int end, String status) {
    UUID id = GARDEN.book(ANNA, Stay.in(PLACE, 1, 1, 1)).id();
    GARDEN
        .sql()
        .run(
            "UPDATE booking SET start_date = ?, end_date = ?, status = ? WHERE id = ?",
            GardenServer.today().plusDays(start),
            GardenServer.today().plusDays(end),
            status,
            id);
    NAMES.put(id.toString(), name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          timeRange=Future     | hereNow tonight soon
          timeRange=Past       | endedToday justAMonthAgo overAMonthAgo justAYearAgo overAYearAgo yearsAgo
          timeRange=Last30Days | tonight hereNow endedToday justAMonthAgo
          timeRange=All        | later soon tonight hereNow endedToday justAMonthAgo overAMonthAgo justAYearAgo overAYearAgo yearsAgo
          status=Completed     | endedToday overAMonthAgo justAYearAgo overAYearAgo yearsAgo
          status=Accepted      | soon hereNow
          status=Pending       | tonight
          status=Rejected      | later
          status=Cancelled     | justAMonthAgo
          timeRange=Future&status=Completed |
          timeRange=Future&status=Rejected  | later
          timeRange=Past&status=Accepted    |
          timeRange=LastYear&status=Completed | endedToday overAMonthAgo justAYearAgo
          """)
  void picksAndSorts(String query, @Nullable String names) {
    Answer page = ANNA.api().get("/api/bookings?" + query).expect(200);
    List<String> expected = names == null ? List.of() : List.of(names.split(" ", -1));
    assertThat(names(page)).hasSameElementsAs(expected).hasSameSizeAs(expected);
    List<String> starts = page.body().path("items").findValuesAsText("startDate");
    assertThat(starts)
        .isSortedAccordingTo(
            query.contains("Future") ? Comparator.naturalOrder() : Comparator.reverseOrder());
    assertThat(page.body().path("totalItems").asInt()).isEqualTo(expected.size());
  }

  @Test
  void comesInPagesThatLeaveNothingOutAndShowNothingTwice() {
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < 4; number++) {
      JsonNode page = ANNA.api().get("/api/bookings?size=3&page=" + number).expect(200).body();
      assertThat(page.path("totalItems").asInt()).isEqualTo(10);
      assertThat(page.path("totalPages").asInt()).isEqualTo(4);
      assertThat(page.path("page").asInt()).isEqualTo(number);
      assertThat(page.path("size").asInt()).isEqualTo(3);
      page.path("items").forEach(item -> ids.add(item.path("id").asText()));
    }
    assertThat(ids)
        .containsExactlyElementsOf(
            ANNA.api().get("/api/bookings").body().path("items").findValuesAsText("id"))
        .doesNotHaveDuplicates();
    assertThat(ANNA.api().get("/api/bookings?size=3&page=4").expect(200).body().path("items"))
        .isEmpty();
    assertThat(
            ANNA.api().get("/api/bookings?size=100&page=1000000").expect(200).body().path("items"))
        .isEmpty();
  }

  @Test
  void showsMembersTheirOwnAndTheAdministratorAll() {
    assertThat(BRUNO.api().get("/api/bookings").expect(200).body().path("totalItems").asInt())
        .isEqualTo(1);
    Api admin = GARDEN.administrator().api();
    assertThat(admin.get("/api/bookings").expect(200).body().path("totalItems").asInt())
        .isEqualTo(11);
    assertThat(admin.get("/api/bookings?owner=me").expect(200).body().path("totalItems").asInt())
        .isZero();
    assertThat(GARDEN.pending("Paula").api().get("/api/bookings").expect(200).body().path("items"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timeRange=future",
        "status=accepted",
        "page=-1",
        "page=x",
        "page=1000001",
        "size=0",
        "size=101",
        "size=1.5",
        "owner=all"
      })
  void namesTheParameterThatIsWrong(String query) {
    String name = query.replaceFirst("=.*", "");
    assertThat(ANNA.api().get("/api/bookings?" + query).expect(400).errors(name)).hasSize(1);
  }

  private static List<String> names(Answer page) {
    return page.body().path("items").findValuesAsText("id").stream()
        .map(id -> NAMES.getOrDefault(id, "a stranger's"))
        .toList();
  }
}
