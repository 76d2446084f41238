package family.garden.ops.notify;

import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import java.util.List;

/** What became of news on all ways. */
public record Deliveries(List<Delivery> all) implements CommandResult {
  /** Whether it arrived by one way at least, or there is none by which it could. */
  boolean isSomewhere() {
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
