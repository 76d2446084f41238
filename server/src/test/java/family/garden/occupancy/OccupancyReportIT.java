package family.garden.occupancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compares the report with a count of each bed on each night. */
class OccupancyReportIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Api ADMIN = GARDEN.administrator().api();
  private static final Person ANNA = GARDEN.member("Anna");
  private static final Person BO = GARDEN.member("Bo");

  private record Slept(Person member, UUID place, Stay stay) {}

  @BeforeEach
  void clear() {
    for (String table : List.of("booking_event", "booking_item", "booking", "accommodation")) {
      GARDEN.sql().run("DELETE FROM " + table);
    }
  }

  @Test
  void isWhatCountingEachNightGives() {
    Random random = new Random(7);
    Map<UUID, Integer> capacities = new TreeMap<>();
    for (int capacity : new int[] {2, 5, 9}) {
      capacities.put(GARDEN.place("Ort " + capacity, capacity), capacity);
    }
    List<Slept> all = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      UUID place = List.copyOf(capacities.keySet()).get(random.nextInt(3));
      Person member = random.nextBoolean() ? ANNA : BO;
      Stay stay =
          Stay.in(place, random.nextInt(130), 1 + random.nextInt(20), 1 + random.nextInt(2));
      Answer answer = member.api().post("/api/bookings", stay);
      if (answer.status() == 201) {
        String path = "/api/bookings/" + answer.id();
        int fate = random.nextInt(4);
        if (fate == 0) {
          ADMIN.post(path + "/cancel").expect(204);
        } else if (fate == 1) {
          ADMIN.ifMatch("*").post(path + "/reject", "{}").expect(204);
        } else {
          all.add(new Slept(member, place, stay));
        }
        if (fate == 2) {
          ADMIN.ifMatch("*").post(path + "/accept").expect(204);
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(20);
    LocalDate today = GardenServer.today();
    for (int i = 0; i < 12; i++) {
      LocalDate from = today.plusDays(random.nextInt(100) - 20);
      compare(from, from.plusDays(1 + random.nextInt(i < 8 ? 60 : 400)), capacities, all);
    }
  }

  private static void compare(
      LocalDate from, LocalDate to, Map<UUID, Integer> capacities, List<Slept> all) {
    JsonNode report = report(from, to);
    Map<String, long[]> counted = new TreeMap<>();
    capacities.forEach(
        (place, capacity) ->
            from.datesUntil(to)
                .forEach(
                    night -> {
                      long taken =
                          all.stream().mapToLong(slept -> persons(slept, place, night)).sum();
                      for (String key :
                          List.of(
                              "total",
                              "m" + YearMonth.from(night),
                              "p" + place,
                              "p" + place + YearMonth.from(night))) {
                        long[] figures = counted.computeIfAbsent(key, ignored -> new long[2]);
                        figures[0] += capacity;
                        figures[1] += taken;
                      }
                    }));
    Map<String, long[]> reported = new TreeMap<>();
    reported.put("total", figures(report.path("total")));
    report
        .path("months")
        .forEach(
            month ->
                reported.put("m" + month.path("month").asText(), figures(month.path("figures"))));
    for (JsonNode place : report.path("accommodations")) {
      String id = "p" + place.path("id").asText();
      reported.put(id, figures(place.path("total")));
      place
          .path("months")
          .forEach(
              month ->
                  reported.put(id + month.path("month").asText(), figures(month.path("figures"))));
    }
    assertThat(reported).as("%s to %s", from, to).containsExactlyEntriesOf(counted);
    for (Person member : List.of(ANNA, BO)) {
      long[] slept = new long[2];
      for (Slept one : all) {
        if (one.member().equals(member)) {
          from.datesUntil(to)
              .mapToInt(night -> persons(one, one.place(), night))
              .filter(persons -> persons > 0)
              .forEach(
                  persons -> {
                    slept[0]++;
                    slept[1] += persons;
                  });
        }
      }
      assertThat(guest(report, member.id().toString())).as("%s to %s", from, to).isEqualTo(slept);
    }
  }

  private static int persons(Slept slept, UUID place, LocalDate night) {
    boolean there =
        slept.place().equals(place)
            && !night.isBefore(slept.stay().startDate())
            && night.isBefore(slept.stay().endDate());
    return there ? slept.stay().bookingItems().getFirst().personCount() : 0;
  }

  private static long[] figures(JsonNode figures) {
    long offered = figures.path("offered").asLong();
    long taken = figures.path("taken").asLong();
    assertThat(figures.path("share").asDouble())
        .isCloseTo((double) taken / offered, within(0.00006));
    return new long[] {offered, taken};
  }

  private static long[] guest(JsonNode report, String id) {
    for (JsonNode guest : report.path("members")) {
      if (guest.path("memberId").asText().equals(id)) {
        return new long[] {guest.path("nights").asLong(), guest.path("bedNights").asLong()};
      }
    }
    return new long[2];
  }

  @Test
  void namesWhoSleptThereAndWhere() {
    UUID tower = GARDEN.place("Turm", 2);
    UUID tent = GARDEN.place("Zelt", 4);
    UUID unused = GARDEN.place("Wagen", 3);
    Person leaving = GARDEN.member("Leo");
    Stay stay = Stay.in(tower, 3, 2, 1).and(tent, 3);
    GARDEN.book(ANNA, stay);
    // A stay that has begun, because future ones are cancelled with the account.
    UUID begun = GARDEN.book(leaving, Stay.in(tent, 0, 4, 1)).id();
    GARDEN.accept(begun);
    GARDEN.sql().run("UPDATE booking SET start_date = start_date - 1 WHERE id = ?", begun);
    leaving.api().delete("/api/me", Map.of("password", leaving.password())).expect(204);
    for (UUID closed : List.of(tent, unused)) {
      ADMIN.delete("/api/sleeping-accommodations/" + closed).expect(204);
    }
    JsonNode report = report(stay.startDate().minusDays(1), stay.endDate());
    assertThat(report.path("accommodations").findValuesAsText("name"))
        .containsExactly("Turm", "Zelt");
    assertThat(report.at("/accommodations/1/isActive").asBoolean()).isFalse();
    assertThat(report.path("members")).hasSize(2);
    JsonNode anna = report.at("/members/0");
    assertThat(anna.path("memberName").asText()).isEqualTo("Anna Grün");
    assertThat(anna.path("nights").asInt()).isEqualTo(2);
    assertThat(anna.path("bedNights").asInt()).isEqualTo(8);
    assertThat(report.at("/members/1/memberId").isNull()).isTrue();
    assertThat(report.at("/members/1/memberName").isNull()).isTrue();
    assertThat(report.at("/members/1/bedNights").asInt()).isEqualTo(2);
  }

  @Test
  void isATableForASpreadsheetInEitherLanguage() {
    UUID place = GARDEN.place("=2+3;\"Turm\"", 2);
    LocalDate first = YearMonth.from(GardenServer.today()).plusMonths(2).atDay(1);
    GARDEN.book(ANNA, Stay.from(place, first.minusDays(1), 3, 1));
    String query = "?from=%s&to=%s".formatted(first.minusDays(2), first.plusDays(3));
    Answer german = ADMIN.get("/api/admin/occupancy.csv" + query).expect(200);
    String before = YearMonth.from(first).minusMonths(1).toString();
    assertThat(german.text().lines())
        .containsExactly(
            "\uFEFF\"Schlafplatz\";\"Monat\";\"Bettnächte angeboten\";\"Bettnächte belegt\";"
                + "\"Auslastung in %\"",
            "\"'=2+3;\"\"Turm\"\"\";\"" + before + "\";\"4\";\"1\";\"25\"",
            "\"'=2+3;\"\"Turm\"\"\";\"" + YearMonth.from(first) + "\";\"6\";\"2\";\"33\"");
    assertThat(german.text()).endsWith("\"\r\n");
    assertThat(german.header("Content-Type")).contains("charset=utf-8");
    Answer english = ADMIN.language("en").get("/api/admin/occupancy.csv" + query).expect(200);
    assertThat(english.text()).startsWith("\uFEFF\"Accommodation\";\"Month\";");
  }

  @Test
  void looksAtFourHundredNightsAtTheMost() {
    LocalDate today = GardenServer.today();
    for (String path : List.of("/api/admin/occupancy", "/api/admin/occupancy.csv")) {
      ADMIN.get(path + "?from=%s&to=%s".formatted(today, today.plusDays(400))).expect(200);
      ADMIN.get(path + "?from=%s&to=%s".formatted(today, today.plusDays(401))).expect(400);
      ADMIN.get(path + "?from=%s&to=%s".formatted(today, today)).expect(400);
      ADMIN.get(path).expect(400);
      ADMIN.get(path + "?from=0001-01-01&to=0001-02-01").expect(200);
      ADMIN.get(path + "?from=9999-01-01&to=9999-12-31").expect(200);
      ANNA.api().get(path + "?from=%s&to=%s".formatted(today, today.plusDays(1))).expect(403);
    }
  }

  private static JsonNode report(LocalDate from, LocalDate to) {
    return ADMIN.get("/api/admin/occupancy?from=%s&to=%s".formatted(from, to)).expect(200).body();
  }
}
