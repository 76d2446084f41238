package family.garden.ops.deploy;

import family.garden.ops.proxy.Colour;
import family.garden.ops.result.CommandResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What serves after a deploy.
 *
 * @param from what served before; empty where nothing did or nobody knew
 * @param changed false where it served already
 */
public record Deployed(
    Operation operation,
    Optional<String> from,
    String to,
    Colour colour,
    boolean changed,
    Duration took)
    implements CommandResult {
  @Override
  public List<String> lines() {
    if (operation == Operation.UPGRADE_SERVICES) {
      return List.of(
          changed
              ? "nginx, PostgreSQL and Redis are those of %s; it took %d s."
                  .formatted(to, took.toSeconds())
              : "nginx, PostgreSQL and Redis are those of %s already; nothing was changed."
                  .formatted(to));
    }
    if (operation == Operation.APPLY || operation == Operation.APPLY_SERVICES) {
      return List.of("The settings hold; it took %d s.".formatted(took.toSeconds()));
    }
    if (operation == Operation.ROTATE) {
      return List.of("The secret is another one; it took %d s.".formatted(took.toSeconds()));
    }
    if (!changed) {
      return List.of("%s serves already (%s); nothing was changed.".formatted(to, colour));
    }
    String serves =
        "%s serves (%s)%s; it took %d s."
            .formatted(
                to,
                colour,
                from.map(version -> ", " + version + " before").orElse(""),
                took.toSeconds());
    return operation == Operation.FIRST
        ? List.of(
            serves,
            "Whoever opens the link that \"bookingctl logs server-%s\" shows becomes its administrator."
                .formatted(colour))
        : List.of(serves);
  }
}
