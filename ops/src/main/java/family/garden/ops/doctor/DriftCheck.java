package family.garden.ops.doctor;

import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.containers.Containers;
import family.garden.ops.deploy.Change;
import family.garden.ops.deploy.SettingsChanges;
import family.garden.ops.disk.Durable;
import family.garden.ops.engine.Engine;
import family.garden.ops.engine.InspectedContainer;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether settings or secrets were changed after the containers started. It asks "bookingctl apply"
 * which settings it would change.
 */
final class DriftCheck implements StackCheck {
  private static final String DATABASE_PASSWORD = "database-password";
  private static final String RESTART =
      "\"systemctl restart booking.service\" applies it; the site is away for some seconds.";

  @Override
  public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
    // A deploy changes what runs, step by step.
    if (status.containers().isEmpty() || Files.exists(HalfDeployCheck.state(settings))) {
      return;
    }
    List<InspectedContainer> containers = new Containers(new Engine(settings)).all();
    if (containers.isEmpty()) {
      return;
    }
    changed(settings, status, found);
    found.addAll(secrets(containers));
  }

  private static void changed(Settings settings, StackStatus status, Findings found)
      throws OpsException {
    Change change = new SettingsChanges(settings, new Progress(System.err, true)).change(false);
    List<String> services = new ArrayList<>(change.services());
    if (change.server()) {
      status.live().ifPresent(live -> services.addFirst(live.service()));
    }
    if (!services.isEmpty()) {
      found.hint(
          "%s or the Compose file was changed after these were started: %s"
              .formatted(settings.file(), String.join(", ", services)),
          "\"bookingctl apply\" brings it to what runs, to the server without a gap.");
    }
  }

  /** Secrets that changed after a container that reads them started. */
  List<Finding> secrets(List<InspectedContainer> containers) throws OpsException {
    Map<Path, Set<String>> older = new TreeMap<>();
    for (InspectedContainer container : containers) {
      Optional<Instant> started = container.startedAt();
      if (!container.isRunning() || container.isOneOff() || started.isEmpty()) {
        continue;
      }
      for (Path file : container.secrets()) {
        if (Files.isRegularFile(file)
            && !isReadOnce(container.service(), file)
            && Durable.writtenAt(file).filter(started.get()::isBefore).isPresent()) {
          older.computeIfAbsent(file, any -> new TreeSet<>()).add(container.service());
        }
      }
    }
    Findings found = new Findings();
    older.forEach((file, services) -> secret(file, services, found));
    return found.all();
  }

  private static void secret(Path file, Set<String> services, Findings found) {
    String what =
        "%s was changed after these were started, which may still use the old one: %s"
            .formatted(file, String.join(", ", services));
    if (file.endsWith(DATABASE_PASSWORD)) {
      found.urgent(
          what,
          "Put back what was in it, unless you changed the password in the database too; then "
              + RESTART);
    } else {
      found.hint(what, RESTART);
    }
  }

  /**
   * The database reads its password at its first start only and keeps it, whatever the file says.
   */
  private static boolean isReadOnce(String service, Path file) {
    return service.equals("database") && file.endsWith(DATABASE_PASSWORD);
  }
}
