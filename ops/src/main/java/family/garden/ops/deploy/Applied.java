package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.config.SettingsFile;
import family.garden.ops.disk.Durable;
import family.garden.ops.progress.Progress;
import family.garden.ops.proxy.Switch;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The settings that the containers run with, in settings-applied.env of the state folder. */
record Applied(Settings settings) {
  Path file() {
    return settings.places().state().resolve("settings-applied.env");
  }

  boolean isKnown() {
    return Files.exists(file());
  }

  /** Keeps a copy of settings.env where everything but the server runs with it. */
  void remember(Progress progress) {
    rememberWhere(drift -> drift.others().isEmpty(), progress);
  }

  /** Keeps a copy of settings.env where everything runs with it, the server too. */
  void rememberBefore(Progress progress) {
    rememberWhere(Drift::isNone, progress);
  }

  private void rememberWhere(Predicate<Drift> isRightFor, Progress progress) {
    try {
      String now = Durable.read(settings.file()).orElse("");
      if (Durable.read(file()).filter(now::equals).isEmpty()
          && isRightFor.test(
              Drift.of(settings, settings.file(), new Switch(settings.places().live()).live()))) {
        Durable.write(file(), now);
      }
    } catch (OpsException e) {
      // It is only for the way back of the next change.
      progress.warn(e.getMessage());
    }
  }

  /** Each setting that differs: its name, and the old and the new value where they may be shown. */
  List<String> changes() throws OpsException {
    if (!isKnown()) {
      return List.of();
    }
    Map<String, String> old = SettingsFile.read(file());
    Map<String, String> now = SettingsFile.read(settings.file());
    TreeSet<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    List<String> changes = new ArrayList<>();
    for (String name : names) {
      if (!Objects.equals(old.get(name), now.get(name))) {
        changes.add(
            "%s: %s -> %s".formatted(name, shown(name, old.get(name)), shown(name, now.get(name))));
      }
    }
    return changes;
  }

  /** An address may carry a password, and the name of a topic is one. */
  static String shown(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return "not set";
    }
    if (name.matches(".*(NTFY|TOKEN|PASSWORD).*")) {
      return "(not shown)";
    }
    return value.replaceAll("//[^/@\\s]*@", "//…@");
  }
}
