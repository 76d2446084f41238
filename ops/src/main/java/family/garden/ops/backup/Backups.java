package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.report.Progress;
import java.util.List;

/** Stub. */
public final class Backups {
  public Backups(Settings settings, Progress progress) {}

  public List<Backup> list() {
    return List.of();
  }
}
