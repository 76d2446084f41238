package family.garden.ops.deploy;

import family.garden.ops.result.CommandResult;
import java.util.List;

/** Images that were removed. */
public record Pruned(List<String> images) implements CommandResult {
  @Override
  public List<String> lines() {
    return images.isEmpty()
        ? List.of("Nothing to remove.")
        : images.stream().map(image -> "removed " + image).toList();
  }
}
