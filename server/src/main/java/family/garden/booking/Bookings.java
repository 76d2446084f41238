package family.garden.booking;

import family.garden.access.Identity;
import family.garden.accommodation.AccommodationStore;
import family.garden.booking.BookingEvent.Change;
import family.garden.booking.BookingEvent.Kind;
import family.garden.member.MemberStore;
import family.garden.occupancy.Own;
import family.garden.platform.database.Database;
import family.garden.platform.http.ETags;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes and changes bookings, and never overbooks a night. Each change locks the caller, so that
 * nobody books while their account is erased, then the booking, then the accommodations in the
 * order of their ids; it checks again and writes, all in one transaction. A change that may free
 * beds locks all accommodations, since observers may offer those beds to a member who waits for
 * them and for beds elsewhere.
 */
@Singleton
public final class Bookings {
  private final Database database;
  private final BookingStore store;
  private final IdempotencyStore keys;
  private final BedCheck beds;
  private final AccommodationStore accommodations;
  private final MemberStore members;
  private final Event<BookingChanged> events;
  private final Clock clock;

  Bookings(
      Database database,
      BookingStore store,
      IdempotencyStore keys,
      BedCheck beds,
      AccommodationStore accommodations,
      MemberStore members,
      Event<BookingChanged> events,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.keys = keys;
    this.beds = beds;
    this.accommodations = accommodations;
    this.members = members;
    this.events = events;
    this.clock = clock;
  }

  /** Holds beds for the caller, until an administrator decides; refuses as the other does. */
  public Booking create(Identity caller, Draft draft, @Nullable String key) {
    return create(caller, Owner.self(caller), draft, key);
  }

  /**
   * Holds beds for the caller, or for whom an administrator books, until an administrator decides.
   *
   * @param key the idempotency key of the call, which may repeat an earlier one; null for none
   * @throws Refusal 400, 409 with the nights that are full, 422
   */
  Booking create(Identity caller, NewBooking typed, @Nullable String key) {
    Violations violations = new Violations();
    Owner owner = Owner.of(caller, typed, violations);
    if (!violations.isEmpty()) {
      // With them, people see what else is wrong.
      var _ = Rules.check(typed.draft(), today(), null, violations);
      violations.refuseIfAny();
    }
    return create(caller, owner, typed.draft(), key);
  }

  private Booking create(Identity caller, Owner owner, Draft draft, @Nullable String key) {
    Plan plan = key == null ? Rules.require(draft, today(), null) : asOnceSent(draft);
    UUID id = UUID.randomUUID();
    return database.inTransaction(
        handle -> {
          if (key != null) {
            String wish = owner.isSelf(caller) ? plan.toString() : plan + " for " + owner;
            Optional<UUID> before = keys.claim(handle, caller.memberId(), key, wish, id, now());
            if (before.isPresent()) {
              return find(handle, before.get());
            }
            Rules.require(draft, today(), null);
          }
          return make(handle, caller, owner, id, plan);
        });
  }

  /** The plan of a call that may repeat an earlier one: its start may have passed since. */
  private Plan asOnceSent(Draft draft) {
    return Rules.check(draft, today(), draft.startDate(), new Violations())
        .orElseGet(() -> Rules.require(draft, today(), null));
  }

  /**
   * Makes a booking in a transaction that does more than this.
   *
   * @param id the new booking's
   * @throws Refusal 400, 401, 409 with the nights that are full
   */
  public Booking make(Handle handle, Identity caller, UUID id, Plan plan) {
    return make(handle, caller, Owner.self(caller), id, plan);
  }

  private Booking make(Handle handle, Identity caller, Owner owner, UUID id, Plan plan) {
    members.keep(handle, caller.memberId());
    if (!owner.isSelf(caller) && !members.keepIfActive(handle, owner.memberId())) {
      throw Refusal.invalid("memberId", Text.of("booking.memberUnknown"));
    }
    beds.lockAndCheck(handle, plan, Set.of(), Own.of(owner.memberId()));
    store.add(handle, id, owner, caller.memberId(), plan, now());
    accommodations.touch(handle, plan.persons().keySet());
    return publish(handle, id, Kind.Created, caller.memberId(), null);
  }

  /**
   * Changes dates, beds or notes; a draft that changes nothing leaves the booking as it is. Refuses
   * with 400, 403, 404, 409 or 412.
   */
  Booking change(Identity caller, UUID id, Draft draft, @Nullable String ifMatch) {
    return database.inTransaction(
        handle -> {
          Booking before = ofCaller(handle, caller, id);
          ETags.refuseIfStale(ifMatch, before.version());
          refuseUnlessOpen(before);
          Plan plan = Rules.require(draft, today(), before.startDate());
          Map<String, Change> changes = changes(before, plan);
          if (changes.isEmpty()) {
            // Nobody is to get a letter about it, and nobody's version becomes an old one.
            return before;
          }
          Set<UUID> held = before.accommodationIds();
          accommodations.lockAll(handle);
          beds.lockAndCheck(handle, plan, held, new Own(id, before.memberId()));
          store.change(handle, id, plan, statusAfter(before, changes, caller), now());
          Set<UUID> touched = new TreeSet<>(held);
          touched.addAll(plan.persons().keySet());
          accommodations.touch(handle, touched);
          store.addEvent(handle, id, caller.memberId(), Kind.Changed, null, changes, now());
          return publish(handle, id, Kind.Changed, caller.memberId(), null);
        });
  }

  /**
   * An administrator decides again about an accepted booking that a member edits, unless only the
   * notes differ.
   */
  private static BookingStatus statusAfter(
      Booking before, Map<String, Change> changes, Identity caller) {
    boolean onlyNotes = Set.of("notes").containsAll(changes.keySet());
    return caller.isAdministrator() || onlyNotes ? before.status() : BookingStatus.Pending;
  }

  private static Map<String, Change> changes(Booking before, Plan plan) {
    Map<UUID, Integer> persons = new TreeMap<>();
    before
        .bookingItems()
        .forEach(item -> persons.put(item.sleepingAccommodationId(), item.personCount()));
    Map<String, Change> changes = new LinkedHashMap<>();
    note(changes, "startDate", before.startDate(), plan.nights().start());
    note(changes, "endDate", before.endDate(), plan.nights().end());
    note(changes, "notes", before.notes(), plan.notes());
    note(changes, "bookingItems", persons, plan.persons());
    return changes;
  }

  private static void note(
      Map<String, Change> changes, String field, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      changes.put(field, new Change(from, to));
    }
  }

  public void cancel(Identity caller, UUID id) {
    database.inTransaction(
        handle -> {
          Booking booking = ofCaller(handle, caller, id);
          refuseUnlessOpen(booking);
          return move(
              handle, booking, BookingStatus.Cancelled, Kind.Cancelled, caller.memberId(), null);
        });
  }

  /** Cancels the bookings ahead of a member whose account is erased, in that member's name. */
  void cancelAhead(Handle handle, UUID memberId) {
    store
        .lockAhead(handle, memberId, today())
        .forEach(
            id ->
                move(
                    handle,
                    find(handle, id),
                    BookingStatus.Cancelled,
                    Kind.Cancelled,
                    memberId,
                    null));
  }

  /**
   * Accepts a pending booking.
   *
   * @param ifMatch the version that was decided about; a booking that changed since is refused
   * @throws Refusal 404, 409, 412, 428
   */
  public void accept(Identity caller, UUID id, @Nullable String ifMatch) {
    decide(caller, id, BookingStatus.Accepted, Kind.Accepted, null, ifMatch);
  }

  /** Rejects a pending booking; refuses as {@link #accept} does, and with 400. */
  void reject(Identity caller, UUID id, @Nullable String reason, @Nullable String ifMatch) {
    Violations violations = new Violations();
    String why = violations.prose("reason", reason, 500);
    violations.refuseIfAny();
    decide(caller, id, BookingStatus.Rejected, Kind.Rejected, why, ifMatch);
  }

  private void decide(
      Identity caller,
      UUID id,
      BookingStatus to,
      Kind kind,
      @Nullable String reason,
      @Nullable String ifMatch) {
    database.inTransaction(
        handle -> {
          members.keep(handle, caller.memberId());
          Booking booking = store.findForUpdate(handle, id, today()).orElseThrow(Refusal::notFound);
          ETags.require(ifMatch, booking.version());
          if (booking.status() != BookingStatus.Pending) {
            throw wrongState(booking);
          }
          return move(handle, booking, to, kind, caller.memberId(), reason);
        });
  }

  private Booking move(
      Handle handle,
      Booking booking,
      BookingStatus to,
      Kind kind,
      UUID actorId,
      @Nullable String reason) {
    Set<UUID> held = booking.accommodationIds();
    accommodations.lockAll(handle);
    store.setStatus(handle, booking.id(), to, now());
    accommodations.touch(handle, held);
    store.addEvent(handle, booking.id(), actorId, kind, reason, Map.of(), now());
    return publish(handle, booking.id(), kind, actorId, reason);
  }

  private Booking publish(
      Handle handle, UUID id, Kind kind, UUID actorId, @Nullable String reason) {
    Booking booking = find(handle, id);
    events.fire(new BookingChanged(handle, booking, kind, actorId, reason));
    return booking;
  }

  private Booking ofCaller(Handle handle, Identity caller, UUID id) {
    members.keep(handle, caller.memberId());
    Booking booking = store.findForUpdate(handle, id, today()).orElseThrow(Refusal::notFound);
    refuseUnlessTheirs(caller, booking);
    return booking;
  }

  private static void refuseUnlessOpen(Booking booking) {
    if (!booking.status().isOpen()) {
      throw wrongState(booking);
    }
  }

  /**
   * @throws Refusal 403 if the booking is not the caller's and the caller is no administrator
   */
  static void refuseUnlessTheirs(Identity caller, Booking booking) {
    if (!caller.isAdministrator() && !caller.memberId().equals(booking.memberId())) {
      throw Refusal.forbidden(Text.of("booking.notYours"));
    }
  }

  private static Refusal wrongState(Booking booking) {
    return Refusal.conflict(
        Text.of("booking.wrongState", Text.of("booking.status." + booking.status())));
  }

  /**
   * A booking as it is now.
   *
   * @throws Refusal 404
   */
  public Booking find(Handle handle, UUID id) {
    return store.find(handle, id, today()).orElseThrow(Refusal::notFound);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private Instant now() {
    // In PostgreSQL's precision, so that this answer has the same time as all later ones.
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
