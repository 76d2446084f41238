package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.status.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Whether a deploy was left half-way. */
final class HalfDeployCheck implements Check {
  /** No deploy is at one step for longer, but for watching the new version. */
  private static final Duration LONG = Duration.ofMinutes(90);

  @Override
  public String name() {
    return "half-deploy";
  }

  /** A deploy under way writes it, and removes it at its end. */
  static Path journal(Settings settings) {
    return settings.places().state().resolve("deploy.json");
  }

  @Override
  public List<Finding> look(Settings settings, Seen seen) {
    Path journal = journal(settings);
    try {
      Duration age = Duration.between(Files.getLastModifiedTime(journal).toInstant(), seen.at());
      if (age.compareTo(LONG) > 0) {
        return List.of(
            Finding.urgent(
                name(),
                "a deploy began and did not end; it wrote last %d hours ago"
                    .formatted(age.toHours()),
                "Run \"bookingctl deploy\" or \"bookingctl rollback\": it finishes or undoes it first."));
      }
    } catch (IOException e) {
      // There is none, and that is how it should be.
      return List.of();
    }
    return List.of();
  }
}
