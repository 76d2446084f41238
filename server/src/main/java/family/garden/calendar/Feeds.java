package family.garden.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import family.garden.access.Identity;
import family.garden.access.RandomText;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.Sessions;
import family.garden.booking.Stays;
import family.garden.member.Member;
import family.garden.member.MemberEvent;
import family.garden.member.MemberStore;
import family.garden.platform.config.Configuration;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The private address under which a member's own calendar program finds the member's stays. */
@Singleton
final class Feeds {
  private static final int DAYS_BACK = 365;

  private final Database database;
  private final FeedStore store;
  private final MemberStore members;
  private final Sessions sessions;
  private final Stays stays;
  private final RateLimits limits;
  private final Event<MemberEvent> events;
  private final String home;
  private final Clock clock;

  Feeds(
      Database database,
      FeedStore store,
      MemberStore members,
      Sessions sessions,
      Stays stays,
      RateLimits limits,
      Event<MemberEvent> events,
      Configuration configuration,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.members = members;
    this.sessions = sessions;
    this.stays = stays;
    this.limits = limits;
    this.events = events;
    this.home = configuration.publicUrl();
    this.clock = clock;
  }

  /**
   * @param createdAt null where there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record State(boolean exists, @Nullable Instant createdAt) {}

  /**
   * @param url shown this once
   */
  record Created(String url, Instant createdAt) {}

  State state(UUID memberId) {
    Optional<Instant> since = database.withHandle(handle -> store.createdAt(handle, memberId));
    return new State(since.isPresent(), since.orElse(null));
  }

  /**
   * Makes a new address; the one before is void from now on.
   *
   * @throws Refusal 401 if the session ended meanwhile
   */
  Created create(Identity identity) {
    UUID memberId = identity.memberId();
    String token = RandomText.make();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return database.inTransaction(
        handle -> {
          Member member =
              members.findForUpdate(handle, memberId).orElseThrow(Refusal::unauthenticated);
          sessions.refuseIfEnded(handle, identity);
          store.put(handle, memberId, token, now);
          events.fire(new MemberEvent.CalendarAddressMade(handle, member));
          return new Created(home + "/api/calendar/" + token + ".ics", now);
        });
  }

  void revoke(UUID memberId) {
    database.inTransaction(
        handle -> {
          Member member =
              members.findForUpdate(handle, memberId).orElseThrow(Refusal::unauthenticated);
          if (store.remove(handle, memberId)) {
            events.fire(new MemberEvent.CalendarAddressRemoved(handle, member));
          }
          return null;
        });
  }

  /**
   * Removes the address of a member who is erased, or whose address somebody else may have made.
   */
  void on(@Observes MemberEvent event) {
    switch (event) {
      case MemberEvent.AccountErased erased -> forget(erased);
      case MemberEvent.AddressProven claimed -> forget(claimed);
      case MemberEvent.PasswordReset reset -> forget(reset);
      default -> {}
    }
  }

  private void forget(MemberEvent event) {
    var _ = store.remove(event.transaction(), event.member().id());
  }

  /**
   * The stays behind an address, as a calendar.
   *
   * @throws Refusal 404 if nobody has the address, or its member may not log in; 429
   */
  String read(String token, String address) {
    Optional<String> found = database.withHandle(handle -> read(handle, token));
    if (found.isEmpty()) {
      limits.count(Limit.CalendarFeed, address);
      throw Refusal.notFound();
    }
    return found.get();
  }

  private Optional<String> read(Handle handle, String token) {
    Optional<Member> owner =
        store
            .owner(handle, token)
            .flatMap(id -> members.find(handle, id))
            .filter(member -> member.status().mayLogIn());
    LocalDate since = LocalDate.now(clock).minusDays(DAYS_BACK);
    return owner.map(
        member -> StayCalendar.feed(stays.of(handle, member.id(), since), member.language()));
  }
}
