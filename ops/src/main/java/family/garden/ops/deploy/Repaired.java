package family.garden.ops.deploy;

import family.garden.ops.result.CommandResult;
import java.util.List;

/** What was rebuilt, a sentence each. */
public record Repaired(List<String> done) implements CommandResult {
  @Override
  public List<String> lines() {
    return done.isEmpty() ? List.of("Nothing to repair.") : done;
  }
}
