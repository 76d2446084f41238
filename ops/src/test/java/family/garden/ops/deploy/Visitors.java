package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import family.garden.ops.site.Answer;
import family.garden.ops.site.Site;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Visitors who use the site all the time and record each failure. */
final class Visitors implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final List<Thread> threads;
  private volatile boolean gone;

  /**
   * One visitor reuses a connection, one opens a new connection for each request, one validates
   * bookings.
   */
  Visitors(Box box) throws OpsException {
    String certificate = box.certificate();
    Optional<String> token = box.session();
    Site persistent = box.site();
    Site planner = box.site();
    Map<String, ?> booking = booking(planner, token);
    threads =
        List.of(
            visit(() -> persistent.get("/api/version", Optional.empty())),
            visit(
                () ->
                    Site.throughProxy(box.settings(), certificate)
                        .get("/garden", Optional.empty())),
            visit(() -> planner.post("/api/bookings/validate", booking, token)));
  }

  private static Map<String, ?> booking(Site site, Optional<String> token) throws OpsException {
    String place =
        site.get("/api/sleeping-accommodations", token).expect(200).at(0).path("id").text();
    LocalDate start = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30);
    return Map.of(
        "startDate",
        start.toString(),
        "endDate",
        start.plusDays(2).toString(),
        "bookingItems",
        List.of(Map.of("sleepingAccommodationId", place, "personCount", 1)));
  }

  /** One action of a visitor. */
  private interface Visit {
    Answer pay() throws OpsException;
  }

  private Thread visit(Visit visit) {
    return Thread.ofVirtual()
        .start(
            () -> {
              while (!gone) {
                try {
                  Answer answer = visit.pay();
                  if (answer.status() != 200) {
                    failures.add(answer.request() + ": " + answer.status());
                  }
                } catch (OpsException e) {
                  failures.add(String.valueOf(e.getMessage()));
                }
                requests.incrementAndGet();
                LockSupport.parkNanos(PAUSE.toNanos());
              }
            });
  }

  int requests() {
    return requests.get();
  }

  /** The failures so far. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    gone = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
