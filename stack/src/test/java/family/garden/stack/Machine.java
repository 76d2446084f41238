package family.garden.stack;

import java.util.ArrayList;
import java.util.List;

/**
 * An emulated Pi of {@code stack/machine/machine}.
 *
 * @param name what tells it from the others: a-z, 0-9 and - only
 */
record Machine(String name) {
  private static final String PROGRAM = Testbed.file("machine/machine");

  /** The one that {@code BOOKING_MACHINE} names, as for the program itself. */
  static Machine chosen() {
    return new Machine(System.getenv().getOrDefault("BOOKING_MACHINE", "pi"));
  }

  boolean isRunning() {
    return call("status").strip().equals("running");
  }

  /** What a command of the program prints. */
  String call(String... words) {
    return tryCall(words).expectSuccess();
  }

  Testbed.ProcessResult tryCall(String... words) {
    List<String> command = new ArrayList<>(List.of("env", "BOOKING_MACHINE=" + name, PROGRAM));
    command.addAll(List.of(words));
    return Programs.run(command);
  }

  /** What a command prints that its keeper runs there as root. */
  String asRoot(String... words) {
    List<String> command = new ArrayList<>(List.of("ssh", "sudo"));
    for (String word : words) {
      command.add(Keeper.quoted(word));
    }
    return call(command.toArray(String[]::new));
  }
}
