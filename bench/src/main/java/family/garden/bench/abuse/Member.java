package family.garden.bench.abuse;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A member who looks for a free week, as fast as a person with several tabs. */
public final class Member {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Target target;
  private final String token;

  public Member(Target target, String token) {
    this.target = target;
    this.token = token;
  }

  /** Uses the site for a while, one request after the other, and adds to {@code visit}. */
  public void use(Duration time, Visit visit) {
    long end = System.nanoTime() + time.toNanos();
    for (int i = 0; System.nanoTime() < end; i++) {
      long start = System.nanoTime();
      String failure = look(i);
      visit.add((System.nanoTime() - start) / 1e6, failure);
      pause();
    }
  }

  /** What went wrong; empty if nothing did. */
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
