package family.garden.ops.status;

import family.garden.ops.backup.Backup;
import family.garden.ops.backup.Backups;
import family.garden.ops.config.Settings;
import family.garden.ops.containers.Containers;
import family.garden.ops.deploy.Deploys;
import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.deploy.LiveReleases;
import family.garden.ops.engine.ContainerStatus;
import family.garden.ops.engine.Engine;
import family.garden.ops.host.ContainerMemory;
import family.garden.ops.host.Machine;
import family.garden.ops.progress.Progress;
import family.garden.ops.proxy.Colour;
import family.garden.ops.proxy.Switch;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.SiteStatus;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The status of everything, each thing asked once. What could not be read is left out; why stands
 * in {@code unavailable}.
 *
 * @param containers in the order of their names; empty where the engine does not answer
 * @param live the colour that the live folder names
 * @param previous the version to go back to
 * @param backups the oldest first
 * @param history the newest last
 */
public record StackStatus(
    Instant at,
    List<ContainerStatus> containers,
    SiteStatus site,
    Optional<Colour> live,
    Optional<String> previous,
    Optional<Machine> machine,
    List<Backup> backups,
    List<HistoryEntry> history,
    List<Alert> alerts,
    List<String> unavailable) {

  /** Reads all of it; what fails is noted and does not stop the rest. */
  public static StackStatus read(Settings settings, Progress progress) {
    Probes probes = new Probes();
    Engine engine = new Engine(settings);
    progress.step("Asking the engine what runs");
    List<ContainerStatus> containers = probes.run(List.of(), () -> containers(engine));
    progress.step("Asking the site through the proxy");
    SiteStatus site = SiteStatus.look(settings);
    Deploys deploys = new Deploys(settings, progress);
    Optional<LiveReleases> live = probes.run(Optional.empty(), () -> Optional.of(deploys.live()));
    return new StackStatus(
        Instant.now(),
        containers,
        site,
        // The live folder names the colour even where its release is unknown.
        Optional.of(new Switch(settings.places().live()).live()),
        live.flatMap(LiveReleases::previous).map(release -> release.version().text()),
        probes.run(Optional.empty(), () -> Optional.of(machine(settings))),
        probes.run(List.of(), () -> new Backups(settings, progress).list()),
        probes.run(List.of(), deploys::history),
        probes.run(List.of(), () -> alerts(settings)),
        List.copyOf(probes.unavailable));
  }

  private static List<ContainerStatus> containers(Engine engine) throws OpsException {
    ContainerMemory memory = new ContainerMemory(Path.of("/"));
    return new Containers(engine)
        .all().stream()
            .map(container -> ContainerStatus.of(container, memory))
            .sorted(Comparator.comparing(ContainerStatus::service))
            .toList();
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

  /** Whether it is as it should be; the server of the standby colour may be stopped. */
  public boolean isWell(ContainerStatus container) {
    return container.isWell() || isStandby(container);
  }

  /** Whether it is the stopped server of the colour that is not live. */
  boolean isStandby(ContainerStatus container) {
    return container.state().equals("exited")
        && live.map(Colour::other)
            .map(Colour::service)
            .filter(container.service()::equals)
            .isPresent();
  }

  public Optional<ContainerStatus> container(String service) {
    return containers.stream().filter(container -> container.service().equals(service)).findFirst();
  }

  /** Runs each probe and keeps the message of one that fails. */
  private static final class Probes {
    private final List<String> unavailable = new ArrayList<>();

    interface Probe<T> {
      T run() throws OpsException;
    }

    <T> T run(T otherwise, Probe<T> probe) {
      try {
        return probe.run();
      } catch (OpsException e) {
        unavailable.add(e.getMessage());
        return otherwise;
      }
    }
  }
}
