package family.garden.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until the server says that it can serve. */
final class Readiness {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration BETWEEN_WORDS = Duration.ofSeconds(15);
  private static final int POLL_MILLIS = 100;
  private static final int ANSWER_MILLIS = 5000;

  private Readiness() {}

  /**
   * @param server the address of the server, without a path
   * @return false if the process ended first
   * @throws LauncherException if it takes more than five minutes
   */
  static boolean await(Process process, String server) {
    URI ready = URI.create(server + "/api/health/ready");
    long start = System.nanoTime();
    Duration nextWord = QUIET;
    try {
      while (!answers(ready)) {
        if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          return false;
        }
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        if (waited.compareTo(TIMEOUT) > 0) {
          throw new LauncherException(
              LauncherException.UNAVAILABLE,
              "Tried to start the server, failed because %s did not answer with 200 within %d minutes. What it printed above says more."
                  .formatted(ready, TIMEOUT.toMinutes()));
        }
        if (waited.compareTo(nextWord) > 0) {
          System.out.printf("Waiting for the server (%d seconds so far) …%n", waited.toSeconds());
          nextWord = nextWord.plus(BETWEEN_WORDS);
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return process.isAlive();
  }

  /** With HttpURLConnection, which needs neither threads nor TLS for one request. */
  private static boolean answers(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(ANSWER_MILLIS);
      connection.setReadTimeout(ANSWER_MILLIS);
      try {
        return connection.getResponseCode() == 200;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
