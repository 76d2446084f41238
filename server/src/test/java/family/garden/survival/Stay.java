package family.garden.survival;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Persons in a place for some nights: what a booking asks for. */
record Stay(UUID place, LocalDate start, int nights, int persons) {
  /** A new place to sleep, with its id. */
  static UUID newPlace(Api administrator, int capacity) {
    Map<String, Object> tent =
        Map.of("name", "Zelt " + UUID.randomUUID(), "type", "Tent", "maxCapacity", capacity);
    return administrator.post("/api/sleeping-accommodations", tent).expect(201).id();
  }

  /** One person for one night. */
  static Stay oneNight(UUID place, LocalDate start) {
    return new Stay(place, start, 1, 1);
  }

  LocalDate end() {
    return start.plusDays(nights);
  }

  /** The body of a call that books it. */
  Map<String, Object> draft() {
    return Map.of(
        "startDate",
        start.toString(),
        "endDate",
        end().toString(),
        "bookingItems",
        List.of(Map.of("sleepingAccommodationId", place, "personCount", persons)));
  }

  Answer book(Api member) {
    return member.post("/api/bookings", draft());
  }

  /** Free beds in the place on all of the nights, as the server answers. */
  int free(Api member) {
    String path = "/api/bookings/availability?startDate=%s&endDate=%s".formatted(start, end());
    for (var beds : member.get(path).expect(200).body().path("accommodations")) {
      if (beds.path("id").asText().equals(place.toString())) {
        return beds.path("availableCapacity").asInt();
      }
    }
    throw new AssertionError("The availability does not name the place " + place);
  }
}
