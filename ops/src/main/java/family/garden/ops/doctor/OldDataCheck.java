package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Folders;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Outcome;
import family.garden.ops.process.Processes;
import family.garden.ops.report.Trouble;
import family.garden.ops.status.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether data from before a restore, or of one that was killed, takes room on the disk. */
final class OldDataCheck implements Check {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "old-data";
  }

  @Override
  public List<Finding> look(Settings settings, Seen seen) throws Trouble {
    if (seen.parts().isEmpty()) {
      return List.of();
    }
    String volume = settings.stack() + "_database";
    Outcome asked =
        Processes.run(
            new Engine(settings).call("volume", "inspect", "--format", "{{.Mountpoint}}", volume),
            LIMIT);
    if (!asked.isDone() && asked.complained().contains("no such volume")) {
      return List.of();
    }
    Path folder =
        Path.of(asked.expectDone("find the volume " + volume, "See whether the engine answers."));
    if (!Files.isReadable(folder)) {
      throw Trouble.refused(
          "look into " + folder, "this user may not", "Run it as root: sudo bookingctl doctor.");
    }
    return judge(folder);
  }

  List<Finding> judge(Path folder) throws Trouble {
    List<Finding> found = new ArrayList<>();
    for (Path each : Folders.in(folder)) {
      // The live data is in a folder named by PostgreSQL's version.
      if (!each.getFileName().toString().matches("\\d+")) {
        found.add(
            Finding.hint(
                name(),
                "%s is from before a restore, or of one that was killed, and takes room"
                    .formatted(each),
                "When what was restored is right, \"rm -r %s\" deletes it.".formatted(each)));
      }
    }
    return found;
  }
}
