package family.garden.ops.notify;

import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import java.util.List;

/** What became of a notification on each channel. */
public record Deliveries(List<Delivery> all) implements CommandResult {
  /** Whether one channel at least accepted it, or none is configured. */
  public boolean isSomewhere() {
    return all.isEmpty() || all.stream().anyMatch(delivery -> delivery.failed().isEmpty());
  }

  @Override
  public List<String> lines() {
    return all.stream().map(Delivery::line).toList();
  }

  @Override
  public ExitCode exitCode() {
    return all.stream().allMatch(delivery -> delivery.failed().isEmpty())
        ? ExitCode.DONE
        : ExitCode.NOT_WELL;
  }
}
