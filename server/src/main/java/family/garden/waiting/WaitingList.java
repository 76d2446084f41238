package family.garden.waiting;

import family.garden.access.Identity;
import family.garden.accommodation.AccommodationStore;
import family.garden.booking.BedCheck;
import family.garden.booking.Booking;
import family.garden.booking.Bookings;
import family.garden.booking.Draft;
import family.garden.booking.Plan;
import family.garden.booking.Rules;
import family.garden.member.MemberStore;
import family.garden.occupancy.Own;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import family.garden.waiting.WaitingEntry.Status;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What members do on the waiting list: join it, leave it, accept an offer. */
@Singleton
final class WaitingList {
  static final int MOST = 10;

  private final Database database;
  private final WaitingStore store;
  private final Offers offers;
  private final BedCheck beds;
  private final Bookings bookings;
  private final AccommodationStore accommodations;
  private final MemberStore members;
  private final Clock clock;

  WaitingList(
      Database database,
      WaitingStore store,
      Offers offers,
      BedCheck beds,
      Bookings bookings,
      AccommodationStore accommodations,
      MemberStore members,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.offers = offers;
    this.beds = beds;
    this.bookings = bookings;
    this.accommodations = accommodations;
    this.members = members;
    this.clock = clock;
  }

  /**
   * @param memberId whose; null for everybody's
   */
  List<WaitingEntry> list(@Nullable UUID memberId) {
    return database.withHandle(handle -> store.list(handle, memberId));
  }

  /**
   * Puts the caller in line for beds that are taken.
   *
   * @throws Refusal 400; 409 if the beds are free, or the caller waits for them or for too much
   */
  WaitingEntry join(Identity caller, Draft draft) {
    LocalDate today = LocalDate.now(clock);
    Plan plan = Rules.require(draft, today, null);
    if (!plan.nights().start().isAfter(today)) {
      throw Refusal.invalid("startDate", Text.of("waiting.today"));
    }
    UUID id = UUID.randomUUID();
    return database.inTransaction(
        handle -> {
          members.keep(handle, caller.memberId());
          // All of them, so that nothing becomes free meanwhile and a member's calls come one by
          // one.
          accommodations.lockAll(handle);
          refuseIfFree(handle, caller, plan);
          refuseIfTooMany(handle, caller, plan);
          store.add(
              handle, id, caller.memberId(), plan, clock.instant().truncatedTo(ChronoUnit.MICROS));
          return store.find(handle, id).orElseThrow();
        });
  }

  private void refuseIfFree(Handle handle, Identity caller, Plan plan) {
    Violations found = new Violations();
    beds.look(handle, plan, Set.of(), Own.of(caller.memberId()), found);
    if (found.isEmpty()) {
      throw Refusal.conflict(Text.of("waiting.free"));
    }
    if (found.found().containsKey("bookingItems")) {
      throw Refusal.invalid(found.found());
    }
  }

  private void refuseIfTooMany(Handle handle, Identity caller, Plan plan) {
    List<WaitingEntry> open =
        store.list(handle, caller.memberId()).stream()
            .filter(entry -> entry.status() != Status.Lapsed)
            .toList();
    boolean same =
        open.stream()
            .map(WaitingEntry::plan)
            .anyMatch(
                other ->
                    other.nights().equals(plan.nights()) && other.persons().equals(plan.persons()));
    if (same) {
      throw Refusal.conflict(Text.of("waiting.twice"));
    }
    if (open.size() >= MOST) {
      throw Refusal.conflict(Text.of("waiting.many", MOST));
    }
  }

  /** Gives up waiting or declines an offer, whose beds are then offered to the next in line. */
  void withdraw(Identity caller, UUID id) {
    database.inTransaction(
        handle -> {
          accommodations.lockAll(handle);
          WaitingEntry entry = own(handle, caller, id);
          if (entry.status() == Status.Booked) {
            throw Refusal.notFound();
          }
          store.remove(handle, id);
          if (entry.status() == Status.Offered) {
            Set<UUID> places = entry.plan().persons().keySet();
            accommodations.touch(handle, places);
            offers.offer(handle, store.inLine(handle, places));
          }
          return null;
        });
  }

  /**
   * Books what was offered. Called again it gives the same booking.
   *
   * @throws Refusal 404; 409 if nothing is offered, or not any more
   */
  Booking accept(Identity caller, UUID id) {
    return database.inTransaction(
        handle -> {
          members.keep(handle, caller.memberId());
          Plan plan = own(handle, caller, id).plan();
          accommodations.lock(handle, plan.persons().keySet());
          // Read again: a transaction that held the locks before may have accepted the offer, or
          // taken it back.
          WaitingEntry entry = own(handle, caller, id);
          return switch (entry.status()) {
            case Booked -> bookings.find(handle, Objects.requireNonNull(entry.bookingId()));
            case Offered -> book(handle, caller, entry);
            case Waiting -> throw Refusal.conflict(Text.of("waiting.notOffered"));
            case Lapsed -> throw Refusal.conflict(Text.of("waiting.lapsed"));
          };
        });
  }

  private Booking book(Handle handle, Identity caller, WaitingEntry entry) {
    refuseIfInactive(handle, entry);
    UUID bookingId = UUID.randomUUID();
    store.book(handle, entry.id(), bookingId);
    return bookings.make(handle, caller, bookingId, entry.plan());
  }

  /** Refuses if an accommodation has stopped taking bookings since the offer was made. */
  private void refuseIfInactive(Handle handle, WaitingEntry entry) {
    Violations found = new Violations();
    beds.look(handle, entry.plan(), Set.of(), Own.of(entry.memberId()), found);
    List<Text> inactive = found.found().get("bookingItems");
    if (inactive != null) {
      throw Refusal.conflict(inactive.getFirst());
    }
  }

  private WaitingEntry own(Handle handle, Identity caller, UUID id) {
    return store
        .find(handle, id)
        .filter(entry -> entry.memberId().equals(caller.memberId()))
        .orElseThrow(Refusal::notFound);
  }
}
