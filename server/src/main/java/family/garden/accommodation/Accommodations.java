package family.garden.accommodation;

import family.garden.platform.database.Database;
import family.garden.platform.http.ETags;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The places to sleep, and what administrators do with them. */
@Singleton
public final class Accommodations {
  private static final int LARGEST = 100;

  private final Database database;
  private final AccommodationStore store;
  private final Event<CapacityLowered> lowered;
  private final Event<BedsAdded> added;
  private final Clock clock;

  Accommodations(
      Database database,
      AccommodationStore store,
      Event<CapacityLowered> lowered,
      Event<BedsAdded> added,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.lowered = lowered;
    this.added = added;
    this.clock = clock;
  }

  /** What an administrator types. */
  public record Draft(
      @Nullable String name,
      @Nullable AccommodationType type,
      @Nullable Integer maxCapacity,
      @Nullable String description,
      @Nullable Boolean isActive) {

    private Accommodation checked(UUID id, int version, boolean active) {
      Violations violations = new Violations();
      String checkedName = violations.line("name", name, 100);
      String checkedDescription = violations.prose("description", description, 500);
      violations.unless(type != null, "type", Text.of("field.missing"));
      int capacity = maxCapacity == null ? 0 : maxCapacity;
      violations.unless(
          capacity >= 1 && capacity <= LARGEST,
          "maxCapacity",
          Text.of("accommodation.capacity", LARGEST));
      violations.refuseIfAny();
      return new Accommodation(
          id,
          checkedName,
          Objects.requireNonNull(type),
          capacity,
          active,
          checkedDescription,
          version);
    }
  }

  List<Accommodation> list(boolean includeInactive) {
    return database.withHandle(store::all).stream()
        .filter(accommodation -> includeInactive || accommodation.isActive())
        .toList();
  }

  Accommodation get(UUID id) {
    return database.withHandle(handle -> store.find(handle, id)).orElseThrow(Refusal::notFound);
  }

  /** Adds a place, which takes bookings from the start. */
  public Accommodation add(Draft draft) {
    if (draft.isActive() != null) {
      throw Refusal.invalid("isActive", Text.of("field.unknown"));
    }
    Accommodation added = draft.checked(UUID.randomUUID(), 1, true);
    database.inTransaction(
        handle -> {
          store.add(handle, added, clock.instant());
          return null;
        });
    return added;
  }

  /**
   * @throws Refusal 409 if the new capacity is below what some night is booked for; 412
   */
  Accommodation change(UUID id, Draft draft, @Nullable String ifMatch) {
    return database.inTransaction(
        handle -> {
          store.lockAll(handle);
          Accommodation before = lock(handle, id, ifMatch);
          Accommodation after =
              draft.checked(
                  id,
                  before.version() + 1,
                  Objects.requireNonNullElse(draft.isActive(), before.isActive()));
          if (after.maxCapacity() < before.maxCapacity()) {
            lowered.fire(new CapacityLowered(handle, after));
          }
          store.change(handle, after);
          boolean reopened = after.isActive() && !before.isActive();
          if (reopened || after.maxCapacity() > before.maxCapacity()) {
            added.fire(new BedsAdded(handle, after));
          }
          return after;
        });
  }

  /** Takes no new bookings from now on; those that are there stay. */
  void deactivate(UUID id, @Nullable String ifMatch) {
    database.inTransaction(
        handle -> {
          Accommodation before = lock(handle, id, ifMatch);
          store.change(
              handle,
              new Accommodation(
                  id,
                  before.name(),
                  before.type(),
                  before.maxCapacity(),
                  false,
                  before.description(),
                  before.version() + 1));
          return null;
        });
  }

  private Accommodation lock(Handle handle, UUID id, @Nullable String ifMatch) {
    List<Accommodation> found = store.lock(handle, List.of(id));
    if (found.isEmpty()) {
      throw Refusal.notFound();
    }
    ETags.refuseIfStale(ifMatch, found.getFirst().version());
    return found.getFirst();
  }
}
