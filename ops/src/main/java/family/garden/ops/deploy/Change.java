package family.garden.ops.deploy;

import family.garden.ops.result.CommandResult;
import family.garden.ops.result.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What "apply" would do.
 *
 * @param settings that differ, each with its old and new value
 * @param server whether the server is replaced
 * @param services the other containers that are replaced
 * @param lastTook how long the last one of this operation took; empty where there was none
 */
public record Change(
    List<String> settings, boolean server, List<String> services, Optional<Duration> lastTook)
    implements CommandResult {
  boolean concernsContainers() {
    return server || !services.isEmpty();
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>(settings);
    if (server) {
      lines.add("The server is replaced by a second one, without a gap.");
    }
    for (String service : services) {
      lines.add(
          switch (service) {
            case "certificates" -> "The certificate is made anew if it must be; nobody notices.";
            case "proxy" ->
                "nginx is replaced: the site is away for some seconds, longer where somebody is in"
                    + " the middle of a download.";
            case "database" ->
                "PostgreSQL is replaced: the site answers that it is not available for some"
                    + " seconds.";
            case "cache" -> "Redis is replaced: the site is slower for some seconds.";
            default -> service + " is replaced.";
          });
    }
    if (concernsContainers()) {
      lastTook.ifPresent(took -> lines.add("The last one took %s.".formatted(Times.format(took))));
    } else {
      lines.add(
          settings.isEmpty()
              ? "Everything runs with the settings of settings.env already."
              : "No container is concerned: bookingctl reads these itself, each time.");
    }
    return lines;
  }
}
