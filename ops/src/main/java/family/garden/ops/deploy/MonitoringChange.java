package family.garden.ops.deploy;

import family.garden.ops.config.MonitoringSettings;
import family.garden.ops.config.Settings;
import family.garden.ops.containers.Containers;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Private;
import family.garden.ops.engine.Engine;
import family.garden.ops.notify.AlertmanagerConfig;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.progress.Progress;
import family.garden.ops.release.Release;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts and stops the monitoring as settings.env says. No step of it touches the site: where it
 * fails, the site runs as before.
 */
record MonitoringChange(Settings settings, Progress progress) {
  private static final String WHAT = "start the monitoring";

  /** Its image, in images.env. */
  static final String SETTING = "BOOKING_MONITORING_IMAGE";

  /** The service without which the others are of no use. */
  static final String STORE = "victoriametrics";

  private static final String ALERTMANAGER = "alertmanager";
  private static final List<String> SERVICES =
      List.of(STORE, "vmalert", ALERTMANAGER, "node-exporter");

  /** The group of the containers. */
  private static final int GROUP = 10000;

  private static final Duration SHORT = Duration.ofMinutes(1);
  private static final Duration PULL = Duration.ofMinutes(30);
  private static final Duration HEALTHY = Duration.ofMinutes(5);

  /**
   * Brings what runs to what settings.env says; does nothing where that is so.
   *
   * @param stack what runs
   * @return whether anything was changed
   * @throws OpsException if the release brings no monitoring, the configuration is not valid, or a
   *     part does not become healthy
   */
  boolean apply(StackState stack) throws OpsException {
    return settings.monitoring().isSmall() ? start(stack) : stop();
  }

  private Path config() {
    return settings.monitoring().alertmanager().resolve("alertmanager.yml");
  }

  private boolean start(StackState stack) throws OpsException {
    String image = image(stack);
    bring(image);
    String config = AlertmanagerConfig.of(settings);
    boolean isOther = Durable.read(config()).filter(config::equals).isEmpty();
    if (isOther) {
      expectValid(image, config);
      folders();
      Private.write(config(), config, MonitoringChange::forTheContainers);
    }
    ImagesFile images = new ImagesFile(settings.places().images());
    Map<String, String> named = new LinkedHashMap<>(images.read());
    boolean isNew = !image.equals(named.put(SETTING, image));
    if (isNew) {
      images.write(named);
      remember(image);
    }
    if (!isOther && !isNew && runs()) {
      return false;
    }
    progress.step("Starting the monitoring");
    Engine engine = new Engine(settings);
    up(engine, SERVICES.toArray(String[]::new));
    if (isOther) {
      // Alertmanager chooses its configuration when it starts.
      up(engine, "--force-recreate", ALERTMANAGER);
    }
    Containers containers = new Containers(engine);
    for (String service : SERVICES) {
      containers.awaitHealthy(service, 0, HEALTHY, "start " + service);
    }
    progress.stepDone();
    return true;
  }

  /** So that it is removed one day when a newer one runs. */
  private void remember(String image) throws OpsException {
    Path state = settings.places().state();
    Installed installed = Installed.read(state);
    if (!installed.equals(Installed.NOTHING)) {
      installed.recording(List.of(image)).write(state);
    }
  }

  private static void up(Engine engine, String... arguments) throws OpsException {
    Processes.run(engine.compose("up", "--detach", "--no-deps").with(arguments), HEALTHY)
        .expectSuccess(WHAT, "See what the engine says of it: bookingctl doctor.");
  }

  private boolean runs() throws OpsException {
    Containers containers = new Containers(new Engine(settings));
    for (String service : SERVICES) {
      if (!containers.of(service).status().equals("running")) {
        return false;
      }
    }
    return true;
  }

  private String image(StackState stack) throws OpsException {
    return stack
        .live()
        .release()
        .flatMap(Release::monitoring)
        .or(() -> Optional.ofNullable(stack.images().get(SETTING)))
        .orElseThrow(
            () ->
                OpsException.refused(
                    WHAT,
                    "the release that serves brings none",
                    "Deploy one that does, or set BOOKING_MONITORING=none in "
                        + settings.file()
                        + "."));
  }

  private void bring(String image) throws OpsException {
    Engine engine = new Engine(settings);
    if (!Processes.run(engine.call("image", "inspect", "--format", "{{.Id}}", image), SHORT)
        .isSuccess()) {
      progress.step("Fetching the image of the monitoring");
      Processes.run(engine.call("pull", "--quiet", image), PULL)
          .expectSuccess("fetch " + image, "See whether the registry can be reached and has it.");
    }
  }

  /** Alertmanager's own tool reads it before Alertmanager does. */
  private void expectValid(String image, String config) throws OpsException {
    ProcessResult checked =
        Processes.run(
            new Engine(settings)
                .call("run", "--rm", "--interactive", "--network=none", "--read-only")
                .with("--cap-drop=ALL", "--security-opt=no-new-privileges:true", "--memory=64m")
                .with("--tmpfs=/tmp:size=1m,mode=1777", "--entrypoint=check-alertmanager", image)
                .withInput(config),
            SHORT);
    if (!checked.isSuccess()) {
      throw OpsException.refused(
          WHAT,
          "Alertmanager does not accept the notification channels: " + checked.stdout().strip(),
          "Correct the settings that begin with BOOKING_NOTIFY_ in " + settings.file() + ".");
    }
  }

  private void folders() throws OpsException {
    MonitoringSettings monitoring = settings.monitoring();
    try {
      Files.createDirectories(monitoring.metrics());
      // node_exporter is nobody on this machine, and the mask of systemd's units allows nobody.
      Files.setPosixFilePermissions(
          monitoring.metrics(), PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.createDirectories(monitoring.alertmanager());
      Files.setPosixFilePermissions(
          monitoring.alertmanager(), PosixFilePermissions.fromString("rwxr-x---"));
      Files.setAttribute(monitoring.alertmanager(), "unix:gid", GROUP);
    } catch (IOException e) {
      throw Durable.failed("make the folders in " + monitoring.folder(), e);
    }
  }

  private static void forTheContainers(Path file) throws IOException {
    Files.setAttribute(file, "unix:gid", GROUP);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
  }

  /** The configuration has secrets in it, so it goes too; the metrics stay. */
  private boolean stop() throws OpsException {
    if (!Files.exists(config())) {
      return false;
    }
    progress.step("Stopping the monitoring");
    Processes.run(
            new Engine(settings)
                .compose("rm", "--stop", "--force")
                .with(SERVICES.toArray(String[]::new)),
            HEALTHY)
        .expectSuccess("stop the monitoring", "See whether the engine is started.");
    ImagesFile images = new ImagesFile(settings.places().images());
    Map<String, String> named = new LinkedHashMap<>(images.read());
    named.remove(SETTING);
    images.write(named);
    Durable.remove(settings.monitoring().metrics().resolve("bookingctl.prom"));
    // Last: it is what says that the monitoring was started.
    Durable.remove(config());
    progress.stepDone();
    return true;
  }
}
