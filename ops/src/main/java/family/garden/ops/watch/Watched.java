package family.garden.ops.watch;

import family.garden.ops.result.CommandResult;
import java.util.List;

/**
 * The result of one look.
 *
 * @param newest release that is published and may be installed; empty where none is
 * @param deployed whether it serves now and did not before
 * @param result what happened or why nothing did
 */
public record Watched(String newest, boolean deployed, String result) implements CommandResult {
  @Override
  public List<String> lines() {
    return List.of(result);
  }
}
