package family.garden.stack;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Some members who read and book at the same time, each one request after the other. */
final class Guests implements AutoCloseable {
  private final Bookings bookings;
  private final AtomicInteger answers = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean enough;

  private Guests(Bookings bookings, int count) {
    this.bookings = bookings;
    for (int i = 0; i < count; i++) {
      people.execute(this::stay);
    }
  }

  static Guests come(Bookings bookings, int count) {
    return new Guests(bookings, count);
  }

  private void stay() {
    while (!enough) {
      try {
        int status = ask().statusCode();
        answers.incrementAndGet();
        if (status >= 500) {
          failures.add("answered with " + status);
        }
      } catch (AssertionError unanswered) {
        failures.add(String.valueOf(unanswered.getMessage()));
      }
    }
  }

  private HttpResponse<String> ask() {
    LocalDate day =
        LocalDate.now(ZoneOffset.UTC).plusDays(ThreadLocalRandom.current().nextInt(600));
    return switch (ThreadLocalRandom.current().nextInt(10)) {
      case 0 -> bookings.attempt();
      case 1, 2 -> bookings.read();
      case 3, 4, 5 -> bookings.read("/api/timeline?from=%s&to=%s".formatted(day, day.plusDays(42)));
      default ->
          bookings.read(
              "/api/bookings/availability?startDate=%s&endDate=%s".formatted(day, day.plusDays(7)));
    };
  }

  int answers() {
    return answers.get();
  }

  /** Requests that got a server error or no response. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    enough = true;
    people.close();
  }
}
