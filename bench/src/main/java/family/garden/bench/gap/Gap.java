package family.garden.bench.gap;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends requests to a site at a fixed rate until it is stopped, and finds every gap in the
 * responses. Requests begin by the clock, however slow the site is: a client that waits for the
 * last response before it sends the next request hardly sees a gap. Nothing is sent a second time.
 */
public final class Gap implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern COLOUR = Pattern.compile("\"colour\":\"([^\"]*)\"");
  private static final Pattern VERSION = Pattern.compile("\"version\":\"([^\"]*)\"");

  private final Plan plan;
  private final ConnectionPool connections;

  /**
   * With the session of the newest log-in: a member's oldest session ends when there are too many.
   */
  private volatile Map<String, String> headers;

  private final Workload workload;
  private final Tally tally;
  private final long beginning;

  /** One party for each of the two threads and for each unfinished request. */
  private final Phaser underWay = new Phaser(1);

  private volatile boolean enough;

  private Gap(Plan plan, ConnectionPool connections, String token, List<String> places) {
    this.plan = plan;
    this.connections = connections;
    this.headers = headers(token);
    this.workload = new Workload(plan, places);
    this.beginning = System.nanoTime();
    this.tally = new Tally(beginning);
  }

  /**
   * Logs in and begins to send requests.
   *
   * @throws IllegalStateException if the site does not answer before the measurement begins
   */
  public static Gap start(Plan plan) {
    ConnectionPool connections = new ConnectionPool(new Connector(plan.address(), plan.tls()));
    Gap gap;
    try {
      String token = found(TOKEN, prepare(connections, Workload.logIn(plan), Map.of()));
      Request places =
          Request.get("places", "/api/sleeping-accommodations", text -> text.contains("\"id\""));
      String answer = prepare(connections, places, Map.of("authorization", "Bearer " + token));
      List<String> ids = ID.matcher(answer).results().map(each -> each.group(1)).toList();
      gap = new Gap(plan, connections, token, ids);
    } catch (RequestFailure failure) {
      throw new IllegalStateException(
          "Tried to ask %s before the measurement, failed: %s %s"
              .formatted(plan.address(), failure.kind(), failure.getMessage()),
          failure);
    }
    gap.begin(gap::keepRequesting);
    gap.begin(gap::keepDownloading);
    return gap;
  }

  private static Map<String, String> headers(String token) {
    return Map.of("authorization", "Bearer " + token, "content-type", "application/json");
  }

  private static String prepare(
      ConnectionPool connections, Request request, Map<String, String> more) throws RequestFailure {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("content-type", "application/json");
    Response response = connections.send(request, ConnectionPool.Transport.NEW, headers);
    request.judge(response);
    return response.text();
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

  private void keepRequesting() {
    for (long number = 0; !enough; number++) {
      long planned = beginning + number * 1_000_000_000 / plan.rate();
      if (!waitUntil(planned)) {
        return;
      }
      long counted = number;
      begin(
          () -> {
            Request request = workload.request(counted);
            send(request, Workload.transport(counted, request), planned);
          });
    }
  }

  /** Downloads one after the other, at most one a second, so that a gap counts once. */
  private void keepDownloading() {
    for (long next = beginning; !enough && waitUntil(next); next += 1_000_000_000) {
      next = Math.max(next, System.nanoTime());
      send(Workload.download(), ConnectionPool.Transport.NEW, next);
    }
  }

  private static boolean waitUntil(long moment) {
    try {
      long remaining = moment - System.nanoTime();
      if (remaining > 0) {
        Thread.sleep(Duration.ofNanos(remaining));
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void send(Request request, ConnectionPool.Transport transport, long planned) {
    tally.sent(request, planned);
    try {
      Response response = connections.send(request, transport, headers);
      request.judge(response);
      String text = request.what().equals("version") ? response.text() : "";
      tally.answered(request, planned, (found(COLOUR, text) + " " + found(VERSION, text)).strip());
      if (request.what().equals("log-in")) {
        headers = headers(found(TOKEN, response.text()));
      }
      if (response.status() == 201) {
        workload.booked(found(ID, response.text()));
      }
    } catch (RequestFailure failure) {
      tally.failed(request, transport, planned, failure);
    }
  }

  /** What is known so far. */
  public Result soFar() {
    return tally.result();
  }

  /**
   * Sends nothing more, waits for the unfinished requests (a download takes up to a minute) and
   * gives the result.
   */
  public Result stop() {
    enough = true;
    underWay.arriveAndAwaitAdvance();
    connections.close();
    return tally.result();
  }

  /** Like {@link #stop}, without the result. */
  @Override
  public void close() {
    stop();
  }
}
