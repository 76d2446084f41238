package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.StateFiles;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Lock;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a deploy was left half-way, or hangs. */
final class HalfDeployCheck implements Check {
  /** No deploy is at one step for longer, but for watching the new version. */
  private static final Duration LONG = Duration.ofMinutes(90);

  private static final Pattern HOLDER = Pattern.compile("process (\\d+),");

  @Override
  public String name() {
    return "half-deploy";
  }

  /** A deploy under way writes it, and removes it at its end. */
  static Path state(Settings settings) {
    return settings.places().state().resolve("deploy.json");
  }

  /** Then it is told where all such files are. */
  private static boolean isDamaged(Settings settings) {
    return StateFiles.damaged(settings, false).stream()
        .anyMatch(what -> what.contains(state(settings).toString()));
  }

  /** Held by whoever deploys. */
  static Path lock(Settings settings) {
    return settings.places().state().resolve("lock");
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus seen) throws OpsException {
    Path state = state(settings);
    if (!Files.exists(state) || isDamaged(settings)) {
      return List.of();
    }
    if (!Lock.isHeld(lock(settings))) {
      return List.of(
          Finding.urgent(
              name(),
              "a deploy began and did not end, and nobody is at work on it",
              "\"bookingctl prune\" finishes or undoes it first, as the next deploy or rollback"
                  + " would."));
    }
    Instant wrote = Durable.writtenAt(state).orElse(seen.at());
    Duration age = Duration.between(wrote, seen.at());
    if (age.compareTo(LONG) <= 0) {
      return List.of();
    }
    Matcher holder = HOLDER.matcher(Durable.read(lock(settings)).orElse(""));
    return List.of(
        Finding.urgent(
            name(),
            "a deploy is at work and wrote last %d hours ago".formatted(age.toHours()),
            holder.find()
                ? "If it hangs, \"kill %s\" has it undo what it did.".formatted(holder.group(1))
                : "If it hangs, end its process: it undoes what it did."));
  }
}
