package family.garden.ops.deploy;

import family.garden.ops.disk.Durable;
import family.garden.ops.json.Json;
import family.garden.ops.proxy.Colour;
import family.garden.ops.release.Release;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A deploy under way, in deploy.json of the state folder; written before each step and after it, so
 * that whoever comes after a kill knows how far it came and how to get back.
 *
 * @param what is done
 * @param to the colour that is to serve
 * @param release that is to serve
 * @param before what served when it began; empty where nothing did or nobody knew
 * @param began when; it also names this deploy
 * @param step that began last
 * @param ended whether it ended
 * @param imagesBefore images.env as it was; empty where there was none
 * @param installedBefore what the colour held before
 * @param backup whether a backup is made before
 * @param paused services of the monitoring that wait
 * @param switchedAt when people got the new one
 * @param seconds that each step took
 * @param secret the name of the one that becomes another
 */
record DeployState(
    Operation what,
    Colour to,
    Release release,
    Optional<Release> before,
    Instant began,
    String step,
    boolean ended,
    Map<String, String> imagesBefore,
    Optional<Release> installedBefore,
    boolean backup,
    List<String> paused,
    Optional<Instant> switchedAt,
    Map<String, Double> seconds,
    Optional<String> secret) {

  DeployState {
    Objects.requireNonNull(what, "what is missing");
    Objects.requireNonNull(to, "to is missing");
    Objects.requireNonNull(release, "release is missing");
    Objects.requireNonNull(began, "began is missing");
    Objects.requireNonNull(step, "step is missing");
    Objects.requireNonNull(imagesBefore, "imagesBefore is missing");
    Objects.requireNonNull(paused, "paused is missing");
    Objects.requireNonNull(seconds, "seconds is missing");
  }

  /** Under way, unless it is empty. */
  static Optional<DeployState> read(Path state) throws OpsException {
    return StateFile.read(file(state), DeployState.class);
  }

  void write(Path state) throws OpsException {
    Durable.write(file(state), Json.write(this));
  }

  static void remove(Path state) throws OpsException {
    Durable.remove(file(state));
  }

  static Path file(Path state) {
    return state.resolve("deploy.json");
  }

  DeployState begins(String next) {
    return new DeployState(
        what,
        to,
        release,
        before,
        began,
        next,
        false,
        imagesBefore,
        installedBefore,
        backup,
        paused,
        switchedAt,
        seconds,
        secret);
  }

  DeployState ends(double took) {
    Map<String, Double> more = new LinkedHashMap<>(seconds);
    more.put(step, Math.round(took * 10) / 10.0);
    return new DeployState(
        what,
        to,
        release,
        before,
        began,
        step,
        true,
        imagesBefore,
        installedBefore,
        backup,
        paused,
        switchedAt,
        more,
        secret);
  }

  DeployState pausing(List<String> services) {
    return new DeployState(
        what,
        to,
        release,
        before,
        began,
        step,
        ended,
        imagesBefore,
        installedBefore,
        backup,
        services,
        switchedAt,
        seconds,
        secret);
  }

  DeployState switched(Instant at) {
    return new DeployState(
        what,
        to,
        release,
        before,
        began,
        step,
        ended,
        imagesBefore,
        installedBefore,
        backup,
        paused,
        Optional.of(at),
        seconds,
        secret);
  }
}
