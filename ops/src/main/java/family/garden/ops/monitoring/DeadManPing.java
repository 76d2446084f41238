package family.garden.ops.monitoring;

import family.garden.ops.progress.Progress;
import family.garden.ops.site.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * Requests an address outside the house, which reports when the requests stop: that is how the
 * keeper learns of a box without power or internet.
 */
public record DeadManPing(URI address, Progress progress) {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** Requests it once. A failure is a warning, which names the host alone. */
  public void send() {
    send(LIMIT);
  }

  void send(Duration limit) {
    try {
      int status = Request.get(address).send(limit).status();
      if (status / 100 != 2) {
        warn("it answered " + status);
      }
    } catch (IOException e) {
      warn(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      warn("interrupted");
    }
  }

  private void warn(String why) {
    progress.warn("%s was not told that this box is alive: %s".formatted(address.getHost(), why));
  }
}
