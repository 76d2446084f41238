package family.garden.bench.abuse;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Somebody who looks for a free week, at the pace of a person with several tabs. */
public final class Member {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Target target;
  private final String token;

  public Member(Target target, String token) {
    this.target = target;
    this.token = token;
  }

  /**
   * What a member met.
   *
   * @param p99 milliseconds that 99 of 100 answers took at the most
   * @param slowest milliseconds
   * @param failures what was no answer with 200, the first few
   */
  public record Visit(int answers, double p99, double slowest, int failed, List<String> failures) {
    public String told() {
      return "%,d answers, p99 %.1f ms, slowest %.1f ms, failed %d %s"
          .formatted(answers, p99, slowest, failed, failed == 0 ? "" : failures)
          .strip();
    }
  }

  /** Uses the site for a while, one request after the other. */
  public Visit visit(Duration time) {
    List<Double> times = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    int failed = 0;
    long end = System.nanoTime() + time.toNanos();
    for (int i = 0; System.nanoTime() < end; i++) {
      long start = System.nanoTime();
      String failure = look(i);
      times.add((System.nanoTime() - start) / 1e6);
      if (!failure.isEmpty()) {
        failed++;
        if (failures.size() < 5) {
          failures.add(failure);
        }
      }
      pause();
    }
    times.sort(Double::compareTo);
    return new Visit(
        times.size(),
        times.get((int) Math.ceil(times.size() * 0.99) - 1),
        times.getLast(),
        failed,
        failures);
  }

  /** What went wrong; empty for nothing. */
  private String look(int i) {
    LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(1 + i % 300);
    String path =
        switch (i % 4) {
          case 0 -> "/api/timeline?from=%s&to=%s".formatted(from, from.plusDays(42));
          case 1 -> "/api/bookings?size=20";
          default ->
              "/api/bookings/availability?startDate=%s&endDate=%s"
                  .formatted(from, from.plusDays(7));
        };
    try {
      String answer =
          target.ask(
              "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n"
                  .formatted(path, token));
      return answer.startsWith("HTTP/1.1 200 ")
          ? ""
          : path + ": " + answer.lines().findFirst().orElse("hung up on");
    } catch (IOException e) {
      return path + ": " + e.getMessage();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
