package family.garden.ops.process;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells each command that is run, whole, where somebody wants to see that. */
public final class CommandLog {
  private static volatile @Nullable Consumer<String> reader;

  private CommandLog() {}

  /** From here on each command of this process is told to this one. */
  public static void to(Consumer<String> each) {
    reader = each;
  }

  static void begins(Command command) {
    Consumer<String> each = reader;
    if (each != null) {
      each.accept(command.whole());
    }
  }
}
