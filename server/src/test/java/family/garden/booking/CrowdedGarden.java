package family.garden.booking;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.booking.GardenModel.Wish;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.People;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two places of their own on a running server, used over HTTP by people of any number. */
final class CrowdedGarden {
  private final People.Person administrator;
  private final List<People.Person> people;
  private final List<String> places;
  private final int[] capacities;
  private final List<String> bookings = new CopyOnWriteArrayList<>();
  private final List<Integer> owners = new CopyOnWriteArrayList<>();

  CrowdedGarden(People.Person administrator, List<People.Person> people, int... capacities) {
    this.administrator = administrator;
    this.people = people;
    this.capacities = capacities.clone();
    this.places = Arrays.stream(capacities).mapToObj(this::place).toList();
  }

  static LocalDate firstNight() {
    return GardenServer.today().plusDays(1);
  }

  private String place(int capacity) {
    return administrator
        .api()
        .post("/api/sleeping-accommodations", draft(capacity))
        .expect(201)
        .body()
        .path("id")
        .asText();
  }

  private static Map<String, Object> draft(int capacity) {
    return Map.of("name", "Ort " + UUID.randomUUID(), "type", "Tent", "maxCapacity", capacity);
  }

  int create(int owner, Wish wish) {
    Answer answer = people.get(owner).api().post("/api/bookings", body(wish));
    if (answer.status() == 201) {
      synchronized (this) {
        bookings.add(answer.body().path("id").asText());
        owners.add(owner);
      }
    }
    return answer.status();
  }

  int edit(int booking, Wish wish) {
    return owner(booking).put("/api/bookings/" + bookings.get(booking), body(wish)).status();
  }

  int cancel(int booking) {
    return owner(booking).post("/api/bookings/" + bookings.get(booking) + "/cancel").status();
  }

  int accept(int booking) {
    String path = "/api/bookings/" + bookings.get(booking) + "/accept";
    return administrator.api().ifMatch("*").post(path).status();
  }

  int reject(int booking) {
    String path = "/api/bookings/" + bookings.get(booking) + "/reject";
    return administrator.api().ifMatch("*").post(path, Map.of()).status();
  }

  int setCapacity(int place, int capacity) {
    String path = "/api/sleeping-accommodations/" + places.get(place);
    int status = administrator.api().put(path, draft(capacity)).status();
    if (status == 200) {
      capacities[place] = capacity;
    }
    return status;
  }

  synchronized int made() {
    return owners.size();
  }

  int capacity(int place) {
    return capacities[place];
  }

  private Api owner(int booking) {
    return people.get(owners.get(booking)).api();
  }

  JsonNode booking(int booking) {
    return administrator.api().get("/api/bookings/" + bookings.get(booking)).expect(200).body();
  }

  /** Persons of all bookings that hold beds in a place, counted night by night. */
  Map<LocalDate, Integer> persons(int place) {
    Map<LocalDate, Integer> perNight = new HashMap<>();
    for (int i = 0; i < made(); i++) {
      JsonNode booking = booking(i);
      if (!List.of("Pending", "Accepted").contains(booking.path("status").asText())) {
        continue;
      }
      for (JsonNode item : booking.path("bookingItems")) {
        if (item.path("sleepingAccommodationId").asText().equals(places.get(place))) {
          LocalDate.parse(booking.path("startDate").asText())
              .datesUntil(LocalDate.parse(booking.path("endDate").asText()))
              .forEach(
                  night -> perNight.merge(night, item.path("personCount").asInt(), Integer::sum));
        }
      }
    }
    return perNight;
  }

  /** Free beds in a place, as the server says. */
  Map<LocalDate, Integer> free(int place, LocalDate from, LocalDate to) {
    JsonNode availability =
        people
            .getFirst()
            .api()
            .get("/api/bookings/availability?startDate=%s&endDate=%s".formatted(from, to))
            .expect(200)
            .body();
    Map<LocalDate, Integer> free = new HashMap<>();
    for (JsonNode one : availability.path("accommodations")) {
      if (one.path("id").asText().equals(places.get(place))) {
        one.path("nights")
            .forEach(
                night ->
                    free.put(
                        LocalDate.parse(night.path("date").asText()), night.path("free").asInt()));
      }
    }
    return free;
  }

  private Map<String, Object> body(Wish wish) {
    return Map.of(
        "startDate", wish.start().toString(),
        "endDate", wish.end().toString(),
        "bookingItems",
            wish.persons().entrySet().stream()
                .map(
                    item ->
                        Map.of(
                            "sleepingAccommodationId", places.get(item.getKey()),
                            "personCount", item.getValue()))
                .toList());
  }

  /** Deactivates the places again. */
  void close() {
    places.forEach(
        place -> administrator.api().delete("/api/sleeping-accommodations/" + place).expect(204));
  }
}
