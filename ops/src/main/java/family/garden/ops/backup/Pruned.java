package family.garden.ops.backup;

import family.garden.ops.report.Told;
import java.util.List;

/**
 * What was deleted.
 *
 * @param backups their ids
 * @param pieces how many pieces of the journal
 */
public record Pruned(List<String> backups, int pieces) implements Told {
  @Override
  public List<String> lines() {
    return List.of(
        "Deleted %d backups and %d pieces of the journal.".formatted(backups.size(), pieces));
  }
}
