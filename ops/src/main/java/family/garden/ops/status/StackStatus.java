package family.garden.ops.status;

import family.garden.ops.backup.Backup;
import family.garden.ops.backup.Backups;
import family.garden.ops.config.Settings;
import family.garden.ops.deploy.Deploys;
import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.deploy.LiveReleases;
import family.garden.ops.engine.ContainerStatus;
import family.garden.ops.engine.Engine;
import family.garden.ops.host.ContainerMemory;
import family.garden.ops.host.Machine;
import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.process.Processes;
import family.garden.ops.progress.Progress;
import family.garden.ops.proxy.Colour;
import family.garden.ops.proxy.Switch;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.SiteStatus;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One look at everything, each thing asked once. What could not be seen is left out, and why stands
 * in {@code blind}.
 *
 * @param parts in the order of their names; empty where the engine says nothing
 * @param live the colour that the live folder names
 * @param previous the version to go back to
 * @param backups the oldest first
 * @param history the newest last
 */
public record StackStatus(
    Instant at,
    List<ContainerStatus> parts,
    SiteStatus front,
    Optional<Colour> live,
    Optional<String> previous,
    Optional<Machine> machine,
    List<Backup> backups,
    List<HistoryEntry> history,
    List<Alert> alerts,
    List<String> blind) {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Looks at all of it, whatever is out of order. */
  public static StackStatus look(Settings settings, Progress progress) {
    Eyes eyes = new Eyes();
    Engine engine = new Engine(settings);
    progress.step("Asking the engine what runs");
    List<ContainerStatus> parts = eyes.see(List.of(), () -> parts(engine));
    progress.step("Asking the site through the proxy");
    SiteStatus front = SiteStatus.look(settings);
    Deploys deploys = new Deploys(settings, progress);
    Optional<LiveReleases> live = eyes.see(Optional.empty(), () -> Optional.of(deploys.live()));
    return new StackStatus(
        Instant.now(),
        parts,
        front,
        // Known also where nobody knows which release that is.
        Optional.of(new Switch(settings.places().live()).live()),
        live.flatMap(LiveReleases::previous).map(release -> release.version().text()),
        eyes.see(Optional.empty(), () -> Optional.of(machine(settings))),
        eyes.see(List.of(), () -> new Backups(settings, progress).list()),
        eyes.see(List.of(), deploys::history),
        eyes.see(List.of(), () -> alerts(settings)),
        List.copyOf(eyes.blind));
  }

  private static List<ContainerStatus> parts(Engine engine) throws OpsException {
    String said =
        Processes.run(engine.containers(), LIMIT)
            .expectSuccess("ask the engine what runs", "See whether it is started.");
    String[] ids = said.lines().toArray(String[]::new);
    if (ids.length == 0) {
      return List.of();
    }
    String inspected =
        Processes.ask(engine.inspect(ids), LIMIT, "ask the engine how they are", "Try again.");
    ContainerMemory memory = new ContainerMemory(Path.of("/"));
    List<ContainerStatus> parts = new ArrayList<>();
    for (Node container : Json.tree(inspected, "what the engine says of the containers")) {
      parts.add(ContainerStatus.of(container, memory));
    }
    parts.sort(Comparator.comparing(ContainerStatus::service));
    return parts;
  }

  private static Machine machine(Settings settings) throws OpsException {
    return Machine.look(
        Path.of("/proc"),
        List.of(
            Path.of("/"),
            Path.of("/var/lib/docker"),
            settings.places().state(),
            settings.places().backups()));
  }

  private static List<Alert> alerts(Settings settings) throws OpsException {
    Optional<URI> alertmanager = settings.watch().alerts();
    return alertmanager.isEmpty() ? List.of() : Alert.ask(alertmanager.get());
  }

  /** The newest backup that was verified. */
  public Optional<Backup> lastBackup() {
    return backups.stream()
        .filter(backup -> backup.verifiedAt().isPresent())
        .reduce((older, newer) -> newer);
  }

  /** The deploy or rollback that ended last. */
  public Optional<HistoryEntry> lastDeploy() {
    return history.isEmpty() ? Optional.empty() : Optional.of(history.getLast());
  }

  /** Whether it is as it should be; the colour that is not live rests between two deploys. */
  public boolean isWell(ContainerStatus part) {
    return part.isWell() || isResting(part);
  }

  /** Whether it is the server of the colour that is not live, ended. */
  boolean isResting(ContainerStatus part) {
    return part.state().equals("exited")
        && live.map(Colour::other).map(Colour::service).filter(part.service()::equals).isPresent();
  }

  public Optional<ContainerStatus> part(String service) {
    return parts.stream().filter(part -> part.service().equals(service)).findFirst();
  }

  /** Looks where there may be nothing to see. */
  private static final class Eyes {
    private final List<String> blind = new ArrayList<>();

    interface Look<T> {
      T see() throws OpsException;
    }

    <T> T see(T otherwise, Look<T> look) {
      try {
        return look.see();
      } catch (OpsException e) {
        blind.add(String.valueOf(e.getMessage()));
        return otherwise;
      }
    }
  }
}
