package family.garden.ops.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program and its arguments, never a line for a shell.
 *
 * @param arguments the program first
 * @param environment added to this process's own; secrets go here or to the input, never into
 *     arguments, which everybody on the machine can read
 * @param input what the program reads from its standard input
 * @param clean whether the program inherits only the variables that say where programs, the user's
 *     folder and the container engine are
 */
public record Command(
    List<String> arguments, Map<String, String> environment, String input, boolean clean) {
  private static final int MOST_CHARACTERS = 100;
  private static final int END_CHARACTERS = 40;

  public Command {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    if (arguments.isEmpty() || arguments.getFirst().isBlank()) {
      throw new IllegalArgumentException("a command needs a program");
    }
  }

  public static Command of(String... arguments) {
    return new Command(List.of(arguments), Map.of(), "", false);
  }

  public static Command of(List<String> arguments) {
    return new Command(arguments, Map.of(), "", false);
  }

  public Command with(String... more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return new Command(all, environment, input, clean);
  }

  public Command withInput(String text) {
    return new Command(arguments, environment, text, clean);
  }

  public Command withEnvironment(Map<String, String> variables) {
    return new Command(arguments, variables, input, clean);
  }

  /** The same in a clean environment, which variables exported by the keeper do not reach. */
  public Command inCleanEnvironment() {
    return new Command(arguments, environment, input, true);
  }

  /** As a person would type it. */
  String whole() {
    return String.join(" ", arguments);
  }

  /** The same for messages; a long command is shortened to its beginning and end. */
  @Override
  public String toString() {
    String whole = whole();
    if (whole.length() <= MOST_CHARACTERS) {
      return whole;
    }
    if (arguments.size() <= 2) {
      return shortened(whole);
    }
    String begin = String.join(" ", arguments.subList(0, 2));
    int end = arguments.size() - 1;
    String last = arguments.get(end);
    while (end > 2 && last.length() + arguments.get(end - 1).length() < END_CHARACTERS) {
      end--;
      last = arguments.get(end) + " " + last;
    }
    return shortened(begin) + " … " + shortened(last);
  }

  private static String shortened(String text) {
    return text.length() <= MOST_CHARACTERS / 2
        ? text
        : text.substring(0, MOST_CHARACTERS / 2) + "…";
  }
}
