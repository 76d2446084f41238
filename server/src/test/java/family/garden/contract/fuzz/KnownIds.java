package family.garden.contract.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Ids of existing things, so that random calls find what they name. */
final class KnownIds {
  private static final int MOST = 40;

  private final List<UUID> accommodations = new ArrayList<>();
  private final List<UUID> bookings = new ArrayList<>();
  private final List<UUID> people = new ArrayList<>();
  private final List<UUID> waiting = new ArrayList<>();

  /**
   * Remembers an id.
   *
   * @param path of the call that returned it
   */
  void add(String path, UUID id) {
    List<UUID> ids = behind(path);
    if (ids.size() < MOST) {
      ids.add(id);
    }
  }

  /** A known id for calls of this path, or a random one. */
  UUID any(String path, Random random) {
    List<UUID> ids = behind(path);
    return ids.isEmpty() || random.nextInt(8) == 0
        ? new UUID(random.nextLong(), random.nextLong())
        : ids.get(random.nextInt(ids.size()));
  }

  UUID anyAccommodation(Random random) {
    return any("/api/sleeping-accommodations", random);
  }

  UUID anyBooking(Random random) {
    return any("/api/bookings", random);
  }

  private List<UUID> behind(String path) {
    if (path.startsWith("/api/admin/users")) {
      return people;
    }
    if (path.startsWith("/api/waiting")) {
      return waiting;
    }
    return path.startsWith("/api/bookings") ? bookings : accommodations;
  }
}
