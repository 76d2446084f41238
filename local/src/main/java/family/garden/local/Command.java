package family.garden.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a short command to its end and collects its output. */
record Command(int exitCode, String output) {
  /**
   * @param input what the command reads from standard input
   * @throws LauncherException if it cannot be started
   */
  static Command run(List<String> arguments, String input) {
    ProcessBuilder builder = new ProcessBuilder(arguments).redirectErrorStream(true);
    // Messages in English whatever the language of the machine; on macOS PostgreSQL needs a valid
    // locale.
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Command(process.waitFor(), output.strip());
    } catch (IOException e) {
      throw new LauncherException(
          LauncherException.UNAVAILABLE,
          "Tried to run %s, failed because %s."
              .formatted(String.join(" ", arguments), LauncherException.reason(e)));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean succeeded() {
    return exitCode == 0;
  }
}
