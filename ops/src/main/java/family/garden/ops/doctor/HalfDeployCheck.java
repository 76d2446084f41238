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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a deploy was interrupted, or hangs. */
final class HalfDeployCheck implements StackCheck {
  /** No step takes longer; only watching the new version may. */
  private static final Duration LONG = Duration.ofMinutes(90);

  private static final Pattern HOLDER = Pattern.compile("process (\\d+),");

  /** The state file of a deploy, which removes it at its end. */
  static Path state(Settings settings) {
    return settings.places().state().resolve("deploy.json");
  }

  /** Whether the state file is damaged; StateFilesCheck reports that. */
  private static boolean isDamaged(Settings settings) {
    return StateFiles.damaged(settings, false).stream()
        .anyMatch(what -> what.contains(state(settings).toString()));
  }

  static Path lock(Settings settings) {
    return settings.places().state().resolve("lock");
  }

  @Override
  public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
    Path state = state(settings);
    if (!Files.exists(state) || isDamaged(settings)) {
      return;
    }
    if (!Lock.isHeld(lock(settings))) {
      found.urgent(
          "a deploy was interrupted, and no process works on it",
          "\"bookingctl prune\" finishes or undoes it first, as the next deploy or rollback"
              + " would.");
      return;
    }
    Instant wrote = Durable.writtenAt(state).orElse(status.at());
    Duration age = Duration.between(wrote, status.at());
    if (age.compareTo(LONG) <= 0) {
      return;
    }
    Matcher holder = HOLDER.matcher(Durable.read(lock(settings)).orElse(""));
    found.urgent(
        "a deploy is under way and last wrote its state %d hours ago".formatted(age.toHours()),
        holder.find()
            ? "If it hangs, \"kill %s\" makes it undo what it did.".formatted(holder.group(1))
            : "If it hangs, end its process: it undoes what it did.");
  }
}
