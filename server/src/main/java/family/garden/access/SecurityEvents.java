package family.garden.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import family.garden.platform.database.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The security event log of accounts and settings, for the administrators. It stores ids, kinds and
 * times, and nothing that anybody typed.
 *
 * <p>Strangers cannot make it grow. Equal events of an hour, by the same person at the same
 * account, share one row with a count, and refused log-ins with unknown addresses share one row an
 * hour. Rows are deleted after 90 days. The log keeps the latest 2,000 rows of refused log-ins, the
 * latest 5,000 of what members did to their own accounts, and the latest 5,000 of everything else:
 * neither strangers nor a member can push out what administrators did.
 */
@Startup // counters exist before the first failure
@Singleton
public final class SecurityEvents {
  static final Duration RETENTION = Duration.ofDays(90);
  static final int MOST_REFUSALS = 2_000;
  static final int MOST_OWN = 5_000;
  static final int MOST_OTHERS = 5_000;

  /**
   * Two loggers, because the lines of one have a bound: refused log-ins must not use up the bound
   * of the other events.
   */
  private static final Logger LOG = Logger.getLogger(SecurityEvents.class);

  private static final Logger REFUSED = Logger.getLogger("family.garden.access.RefusedLogins");

  private final Database database;
  private final SecurityEventStore store;
  private final Caller caller;
  private final Clock clock;
  private final Map<SecurityEventKind, Counter> counters = new EnumMap<>(SecurityEventKind.class);

  SecurityEvents(
      Database database,
      SecurityEventStore store,
      Caller caller,
      Clock clock,
      MeterRegistry registry) {
    this.database = database;
    this.store = store;
    this.caller = caller;
    this.clock = clock;
    for (SecurityEventKind kind : SecurityEventKind.values()) {
      counters.put(kind, registry.counter("security.events", "kind", kind.name()));
    }
  }

  /** One page, the latest first, and how many there are in all. */
  record Page(List<SecurityEvent> items, int page, int size, long totalItems) {
    @JsonProperty("totalPages")
    long totalPages() {
      return (totalItems + size - 1) / size;
    }
  }

  /** What happened to a member's account, for that member. */
  public record Own(SecurityEventKind kind, Instant at, int times) {}

  /**
   * Adds an event, caused by the person who is logged in, in the transaction that makes the change;
   * the log line is written after the commit.
   *
   * @param memberId whose account; null if it concerns no account
   */
  public void add(Handle handle, SecurityEventKind kind, @Nullable UUID memberId) {
    UUID actor = actor().orElse(null);
    store.add(handle, kind, memberId, actor, clock.instant());
    handle.afterCommit(
        () -> {
          count(kind);
          LOG.warnf("security event=%s member=%s by=%s", kind, idOf(memberId), idOf(actor));
        });
  }

  /**
   * Adds a refused log-in, with the same statement whether there is an account or not.
   *
   * @param kind {@code LoginRefused} or {@code PasskeyMissing}
   * @param memberId whose account; null if there is none, or nobody has confirmed its address
   */
  public void addRefusedLogin(SecurityEventKind kind, @Nullable UUID memberId) {
    database.inTransaction(
        handle -> {
          store.add(handle, kind, memberId, null, clock.instant());
          return null;
        });
    count(kind);
    REFUSED.warnf("security event=%s member=%s", kind, idOf(memberId));
  }

  private void count(SecurityEventKind kind) {
    Counter counter = counters.get(kind);
    if (counter != null) {
      counter.increment();
    }
  }

  private static String idOf(@Nullable UUID id) {
    return id == null ? "none" : id.toString();
  }

  private Optional<UUID> actor() {
    return Arc.container().requestContext().isActive()
        ? caller.ifKnown().map(Identity::memberId)
        : Optional.empty();
  }

  Page page(int page, int size) {
    return database.withHandle(
        handle -> {
          long total = store.count(handle);
          return new Page(store.page(handle, page, size), page, size, total);
        });
  }

  /** The events of the account of {@code memberId}, the latest first. */
  public List<Own> of(UUID memberId) {
    return database.withHandle(handle -> store.of(handle, memberId));
  }

  /** Deletes events that are too old, or too many. */
  void sweep(Handle handle) {
    store.sweep(handle, clock.instant().minus(RETENTION));
  }
}
