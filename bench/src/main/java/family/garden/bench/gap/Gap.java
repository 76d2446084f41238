package family.garden.bench.gap;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a site so many times a second until it is stopped, and finds every gap in its answers.
 * Requests begin by the clock, however the site is: whoever waits for the last answer before asking
 * again hardly sees a gap. Nothing is sent a second time.
 */
public final class Gap implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern COLOUR = Pattern.compile("\"colour\":\"([^\"]*)\"");
  private static final Pattern VERSION = Pattern.compile("\"version\":\"([^\"]*)\"");

  private final Plan plan;
  private final Lines lines;

  /** Of the newest log-in: one too many of a member's sessions ends the oldest. */
  private volatile Map<String, String> headers;

  private final Workload mix;
  private final Tally tally;
  private final long beginning;

  /** One party each for the two threads and for every request under way. */
  private final Phaser underWay = new Phaser(1);

  private volatile boolean enough;

  private Gap(Plan plan, Lines lines, String token, List<String> places) {
    this.plan = plan;
    this.lines = lines;
    this.headers = headers(token);
    this.mix = new Workload(plan, places);
    this.beginning = System.nanoTime();
    this.tally = new Tally(beginning);
  }

  /**
   * Logs in, and begins to ask.
   *
   * @throws IllegalStateException if the site cannot even be asked before anything is changed
   */
  public static Gap start(Plan plan) {
    Lines lines = new Lines(new Connector(plan.address(), plan.tls()));
    Gap gap;
    try {
      String token = found(TOKEN, prepare(lines, Workload.logIn(plan), Map.of()));
      Ask places =
          Ask.get("places", "/api/sleeping-accommodations", text -> text.contains("\"id\""));
      String told = prepare(lines, places, Map.of("authorization", "Bearer " + token));
      List<String> ids = ID.matcher(told).results().map(each -> each.group(1)).toList();
      gap = new Gap(plan, lines, token, ids);
    } catch (RequestFailure lost) {
      throw new IllegalStateException(
          "Tried to ask %s before the measurement, failed: %s %s"
              .formatted(plan.address(), lost.kind(), lost.getMessage()),
          lost);
    }
    gap.begin(gap::keepAsking);
    gap.begin(gap::keepDownloading);
    return gap;
  }

  private static Map<String, String> headers(String token) {
    return Map.of("authorization", "Bearer " + token, "content-type", "application/json");
  }

  private static String prepare(Lines lines, Ask ask, Map<String, String> more)
      throws RequestFailure {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("content-type", "application/json");
    Reply reply = lines.ask(ask, Lines.Way.NEW, headers);
    ask.judge(reply);
    return reply.text();
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private void begin(Runnable work) {
    underWay.register();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                work.run();
              } finally {
                underWay.arriveAndDeregister();
              }
            });
  }

  private void keepAsking() {
    for (long number = 0; !enough; number++) {
      long planned = beginning + number * 1_000_000_000 / plan.rate();
      if (!waitUntil(planned)) {
        return;
      }
      long counted = number;
      begin(
          () -> {
            Ask ask = mix.ask(counted);
            send(ask, Workload.way(counted, ask), planned);
          });
    }
  }

  /** One after the other, but not more than one a second, so that failures count once. */
  private void keepDownloading() {
    for (long next = beginning; !enough && waitUntil(next); next += 1_000_000_000) {
      next = Math.max(next, System.nanoTime());
      send(Workload.download(), Lines.Way.NEW, next);
    }
  }

  private static boolean waitUntil(long moment) {
    try {
      long left = moment - System.nanoTime();
      if (left > 0) {
        Thread.sleep(Duration.ofNanos(left));
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void send(Ask ask, Lines.Way way, long planned) {
    tally.sent(ask, planned);
    try {
      Reply reply = lines.ask(ask, way, headers);
      ask.judge(reply);
      String text = ask.what().equals("version") ? reply.text() : "";
      tally.answered(ask, planned, (found(COLOUR, text) + " " + found(VERSION, text)).strip());
      if (ask.what().equals("log-in")) {
        headers = headers(found(TOKEN, reply.text()));
      }
      if (reply.status() == 201) {
        mix.booked(found(ID, reply.text()));
      }
    } catch (RequestFailure lost) {
      tally.failed(ask, way, planned, lost);
    }
  }

  /** What is known so far. */
  public Result soFar() {
    return tally.result();
  }

  /** Asks no more, waits for what is under way (a download takes up to a minute), and tells. */
  public Result stop() {
    enough = true;
    underWay.arriveAndAwaitAdvance();
    lines.close();
    return tally.result();
  }

  /** As {@link #stop}, for whoever does not want to know. */
  @Override
  public void close() {
    stop();
  }
}
