package family.garden.waiting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The line of those who wait in a garden. */
record Line(Garden garden) {
  /** Joins the waiting list; returns the id of the entry. */
  UUID join(Person person, Stay stay) {
    return person.api().post("/api/waiting", stay).expect(201).id();
  }

  /** The entry as its owner sees it; a missing node if it is not there any more. */
  static JsonNode entry(Api owner, UUID id) {
    return StreamSupport.stream(owner.get("/api/waiting").expect(200).body().spliterator(), false)
        .filter(entry -> entry.path("id").asText().equals(id.toString()))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  /** The place of an entry; empty if it does not exist any more. */
  static String status(Person owner, UUID id) {
    return entry(owner.api(), id).path("status").asText();
  }

  static Answer accept(Api owner, UUID id) {
    return owner.post("/api/waiting/" + id + "/accept");
  }

  void cancel(UUID booking) {
    garden.administrator().api().post("/api/bookings/" + booking + "/cancel").expect(204);
  }

  /** Ends the time of an offer, in the database only. */
  void letLapse(UUID id) {
    garden
        .sql()
        .run("UPDATE waiting SET held_until = now() - interval '1 second' WHERE id = ?", id);
  }

  /** Beds that somebody sees free in the first place of a stay on all of its nights. */
  static int free(Api person, Stay stay) {
    String place = stay.bookingItems().getFirst().sleepingAccommodationId().toString();
    String path =
        "/api/bookings/availability?startDate=%s&endDate=%s"
            .formatted(stay.startDate(), stay.endDate());
    for (JsonNode beds : person.get(path).expect(200).body().path("accommodations")) {
      if (beds.path("id").asText().equals(place)) {
        return beds.path("availableCapacity").asInt();
      }
    }
    throw new AssertionError("The availability does not name the place " + place);
  }
}
