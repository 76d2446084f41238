package family.garden.ops.process;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Logs every command that is run, unshortened, for {@code --verbose}. */
public final class CommandLog {
  private static volatile @Nullable Consumer<String> log;

  private CommandLog() {}

  public static void to(Consumer<String> each) {
    log = each;
  }

  static void begins(Command command) {
    Consumer<String> each = log;
    if (each != null) {
      each.accept(command.whole());
    }
  }
}
