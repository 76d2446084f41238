package family.garden.calendar;

import family.garden.booking.Rules;
import family.garden.booking.Stays;
import family.garden.calendar.CalendarException.Kind;
import family.garden.calendar.ExternalCalendarStore.StoredCalendar;
import family.garden.occupancy.BlockedStore;
import family.garden.occupancy.Nights;
import family.garden.platform.database.Database;
import family.garden.platform.http.Language;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Calendars of others whose events block nights of the whole garden. */
@Startup // counters exist before the first failure
@Singleton
final class ExternalCalendars {
  private static final Duration PAUSE = Duration.ofHours(1);
  private static final int MOST = 20;
  private static final int DAYS_BACK = 31;

  private final Database database;
  private final ExternalCalendarStore store;
  private final BlockedStore blocked;
  private final Download download;
  private final Stays stays;
  private final Clock clock;
  private final Counter good;
  private final Counter failed;

  /** One at a time: each may take some megabytes for a moment. */
  private final ReentrantLock reading = new ReentrantLock();

  ExternalCalendars(
      Database database,
      ExternalCalendarStore store,
      BlockedStore blocked,
      Download download,
      Stays stays,
      Clock clock,
      MeterRegistry registry) {
    this.database = database;
    this.store = store;
    this.blocked = blocked;
    this.download = download;
    this.stays = stays;
    this.clock = clock;
    this.good = registry.counter("external.calendar.reads", "result", "good");
    this.failed = registry.counter("external.calendar.reads", "result", "failed");
  }

  /** What an administrator types. */
  record Draft(@Nullable String name, @Nullable String url, @Nullable Boolean skipNotAvailable) {}

  List<ExternalCalendar> list(Language language) {
    return database.withHandle(store::all).stream()
        .map(calendar -> describe(calendar, language))
        .toList();
  }

  /**
   * Adds a calendar and reads it, or tries to.
   *
   * @throws Refusal 400; 409 if there are too many
   */
  ExternalCalendar add(Draft draft, Language language) {
    Violations violations = new Violations();
    String name = violations.line("name", draft.name(), 100);
    Optional<WebAddress> address = WebAddress.of(draft.url());
    violations.unless(address.isPresent(), "url", Text.of("calendar.url"));
    violations.refuseIfAny();
    UUID id = UUID.randomUUID();
    boolean added =
        database.inTransaction(
            handle ->
                store.add(
                    handle,
                    id,
                    name,
                    address.orElseThrow().uri().toString(),
                    Boolean.TRUE.equals(draft.skipNotAvailable()),
                    next(),
                    MOST));
    if (!added) {
      throw Refusal.conflict(Text.of("calendar.tooMany", MOST));
    }
    return refresh(id, language);
  }

  /** Removes a calendar and what it blocks. */
  void remove(UUID id) {
    database.inTransaction(
        handle -> {
          StoredCalendar calendar = store.findForUpdate(handle, id).orElseThrow(Refusal::notFound);
          blocked.replace(handle, id, calendar.name(), List.of());
          store.remove(handle, id);
          return null;
        });
  }

  /** Reads a calendar now; what goes wrong is noted, and its nights stay blocked as they were. */
  ExternalCalendar refresh(UUID id, Language language) {
    refresh(id);
    return describe(
        database.withHandle(handle -> store.find(handle, id)).orElseThrow(Refusal::notFound),
        language);
  }

  /** Reads every calendar that was not read for an hour and that no other copy is reading. */
  void refreshDue() {
    Optional<UUID> due;
    do {
      due = database.inTransaction(handle -> store.claimDue(handle, now(), next()));
      due.ifPresent(this::refresh);
    } while (due.isPresent() && !Thread.currentThread().isInterrupted());
  }

  private void refresh(UUID id) {
    Optional<StoredCalendar> calendar = database.withHandle(handle -> store.find(handle, id));
    if (calendar.isEmpty()) {
      return;
    }
    try {
      Reading reading = read(calendar.get());
      (reading.failed() ? failed : good).increment();
      database.inTransaction(
          handle -> {
            // It may have been removed while it was read.
            if (store.findForUpdate(handle, id).isPresent()) {
              note(handle, calendar.get(), reading);
            }
            return null;
          });
    } catch (CalendarException failure) {
      failed.increment();
      database.inTransaction(
          handle -> {
            store.failed(handle, id, failure, next());
            return null;
          });
    }
  }

  /** Where none of the events could be read, the nights stay blocked as they were. */
  private void note(Handle handle, StoredCalendar calendar, Reading reading) {
    if (reading.failed()) {
      store.failed(handle, calendar.id(), CalendarException.of(Kind.UNREADABLE), next());
    } else {
      blocked.replace(handle, calendar.id(), calendar.name(), reading.nights());
      store.fetched(handle, calendar.id(), now(), next());
    }
    store.report(handle, calendar.id(), reading);
  }

  private Reading read(StoredCalendar calendar) throws CalendarException {
    WebAddress address =
        calendar
            .url()
            .flatMap(WebAddress::of)
            .orElseThrow(() -> CalendarException.of(Kind.UNREACHABLE));
    LocalDate today = LocalDate.now(clock);
    Nights window = new Nights(today.minusDays(DAYS_BACK), Rules.bookableUntil(today));
    reading.lock();
    try {
      CalendarContent content = download.read(address, body -> CalendarReader.read(body, window));
      return BusyNights.of(filtered(calendar, content), clock.getZone(), window);
    } finally {
      reading.unlock();
    }
  }

  /**
   * Without stays of this garden, which came back through a member's calendar and would close the
   * garden to all others, and without what an administrator wants to be left out.
   */
  private CalendarContent filtered(StoredCalendar calendar, CalendarContent content) {
    Set<UUID> possible =
        content.events().stream()
            .flatMap(event -> booking(event).stream())
            .collect(Collectors.toSet());
    Set<UUID> own =
        possible.isEmpty()
            ? possible
            : database.withHandle(handle -> stays.known(handle, possible));
    CalendarContent others =
        content.without(event -> booking(event).filter(own::contains).isPresent(), Skip.Reason.OWN);
    return calendar.skipsNotAvailable()
        ? others.without(CalendarEvent::notAvailable, Skip.Reason.NOT_AVAILABLE)
        : others;
  }

  private static Optional<UUID> booking(CalendarEvent event) {
    return Optional.ofNullable(event.uid()).flatMap(StayCalendar::bookingOf);
  }

  private static ExternalCalendar describe(StoredCalendar calendar, Language language) {
    Kind error = calendar.lastError();
    return new ExternalCalendar(
        calendar.id(),
        calendar.name(),
        calendar.url().flatMap(WebAddress::of).map(WebAddress::host).orElse("?"),
        calendar.lastFetchedAt(),
        error == null
            ? null
            : CalendarException.describe(error, calendar.lastStatus()).in(language),
        calendar.ranges(),
        calendar.nextBlocked(),
        calendar.eventsRead(),
        calendar.skipped().stream().mapToInt(Skip::count).sum(),
        calendar.skipped().stream().map(skip -> skip.describe().in(language)).toList(),
        calendar.skipsNotAvailable());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Instant next() {
    return now().plus(PAUSE);
  }
}
