package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.containers.Containers;
import family.garden.ops.disk.Durable;
import family.garden.ops.engine.Engine;
import family.garden.ops.engine.InspectedContainer;
import family.garden.ops.preflight.Memory;
import family.garden.ops.progress.Progress;
import family.garden.ops.proxy.Colour;
import family.garden.ops.proxy.Switch;
import family.garden.ops.release.Release;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rebuilds the files that bookingctl cannot go on without, each from what else is on the machine:
 * images.env from the containers, installed.json from what answers. A damaged one is set aside.
 */
final class Repair {
  private final Settings settings;
  private final Progress progress;
  private final Optional<Release> release;
  private final Path state;
  private final List<String> done = new ArrayList<>();

  /** The release is the source of what no container and no file knows. */
  Repair(Settings settings, Progress progress, Optional<Release> release) {
    this.settings = settings;
    this.progress = progress;
    this.release = release;
    this.state = settings.places().state();
  }

  Repaired run() throws OpsException {
    history();
    boolean lostDeploy =
        setAsideWhereDamaged(DeployState.file(state), () -> DeployState.read(state));
    boolean lostInstalled =
        setAsideWhereDamaged(Installed.file(state), () -> Installed.read(state));
    ImagesFile file = new ImagesFile(settings.places().images());
    boolean lostImages =
        setAsideWhereDamaged(file.path(), file::read) || (file.read().isEmpty() && !isEmpty());
    if (lostImages || lostInstalled || lostDeploy) {
      // A file that is gone is not set aside, and is written anew all the same.
      progress.touches();
    }
    if (lostImages) {
      images(file);
    }
    if (lostInstalled) {
      installed(file.read());
    }
    if (lostDeploy) {
      endDeploy(file);
    }
    return new Repaired(List.copyOf(done));
  }

  private boolean isEmpty() {
    return StateFile.fault(
            () -> {
              new Leftovers(settings).expectNone();
              return true;
            })
        .isEmpty();
  }

  private boolean setAsideWhereDamaged(Path file, StateFile.Reading reading) throws OpsException {
    Optional<OpsException> fault = StateFile.fault(reading);
    if (fault.isPresent()) {
      progress.warn(fault.get().getMessage());
      setAside(file);
    }
    return fault.isPresent();
  }

  private void setAside(Path file) throws OpsException {
    if (Files.exists(file)) {
      progress.touches();
      try {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".damaged"),
            StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw Durable.failed("set " + file + " aside", e);
      }
    }
  }

  private void history() throws OpsException {
    History history = new History(state);
    try {
      history.read();
    } catch (OpsException e) {
      progress.warn(e.getMessage());
      List<HistoryEntry> entries = history.readable();
      setAside(history.file());
      if (!entries.isEmpty()) {
        history.rewrite(entries);
      }
      done.add("The history has the %d entries that can be read.".formatted(entries.size()));
    }
  }

  private void images(ImagesFile file) throws OpsException {
    Colour live = new Switch(settings.places().live()).live();
    Map<String, String> known = new LinkedHashMap<>();
    known.put("COMPOSE_PROFILES", live.toString());
    release.ifPresent(named -> known.putAll(ImagesFile.first(live, named)));
    Installed installed = Installed.NOTHING;
    if (Files.exists(Installed.file(state))) {
      installed = Installed.read(state);
      installed.of(live).ifPresent(named -> known.putAll(ImagesFile.first(live, named)));
    }
    Map<String, String> run = new HashMap<>();
    for (InspectedContainer container : new Containers(new Engine(settings)).all()) {
      run.put(container.service(), container.image());
    }
    for (BackingService service : BackingService.values()) {
      Optional.ofNullable(run.get(service.composeName()))
          .ifPresent(i -> known.put(service.setting(), i));
    }
    for (Colour colour : Colour.values()) {
      putColour(known, colour, run, installed.of(colour));
    }
    List<String> missing = ImagesFile.missing(known);
    if (!missing.isEmpty()) {
      throw OpsException.refused(
          "rebuild " + file.path(),
          "no container and no file of %s knows %s".formatted(state, String.join(", ", missing)),
          "Name the release that ran here: bookingctl repair VERSION.");
    }
    file.write(known);
    // Compose knows the profile of what runs only once there is a file with images.
    if (!new Memory(new Engine(settings)).monitoring().isEmpty()) {
      known.put("COMPOSE_PROFILES", live + ",monitoring");
      file.write(known);
    }
    done.add("%s names the images of what is here again.".formatted(file.path()));
  }

  /**
   * The pages have no container after a deploy; then the release that was written down has them.
   */
  private static void putColour(
      Map<String, String> known,
      Colour colour,
      Map<String, String> run,
      Optional<Release> written) {
    String server = run.get(colour.service());
    if (server == null) {
      written.ifPresent(named -> known.putAll(ImagesFile.with(Map.of(), colour, named)));
      return;
    }
    known.put(colour.setting("IMAGE"), server);
    Optional<String> pages =
        written
            .filter(named -> named.images().server().equals(server))
            .map(named -> named.images().web())
            .or(() -> Optional.ofNullable(run.get(colour.pages())))
            .or(() -> Optional.ofNullable(known.get(colour.setting("WEB_IMAGE"))))
            // nginx is in an image with pages, mostly of the same release.
            .or(() -> Optional.ofNullable(known.get(BackingService.PROXY.setting())));
    pages.ifPresent(image -> known.put(colour.setting("WEB_IMAGE"), image));
  }

  private void installed(Map<String, String> images) throws OpsException {
    Colour live = new Switch(settings.places().live()).live();
    LiveReleases serving = new ServingRelease(settings).live(live, Installed.NOTHING, images);
    Installed rebuilt = Installed.NOTHING.with(live, serving.release()).recording(images.values());
    Optional<Release> serves = serving.release();
    if (serves.isPresent()) {
      rebuilt = rebuilt.migrated(serves.get().schema());
    }
    rebuilt.write(state);
    done.add(
        "installed.json knows %s again; the version before is not known any more."
            .formatted(serves.map(r -> r.version().text()).orElse("the images, and no release,")));
  }

  /** The live server stays and the other one is removed, since the last step is unknown. */
  private void endDeploy(ImagesFile file) throws OpsException {
    Colour live = new Switch(settings.places().live()).live();
    Engine engine = new Engine(settings);
    Containers containers = new Containers(engine);
    if (containers.of(live.service()).isRunning()) {
      containers.remove(live.other().service());
    }
    file.write(ImagesFile.running(file.read(), live));
    done.add("The deploy that was under way is ended; %s serves as before.".formatted(live));
  }
}
