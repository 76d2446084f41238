package family.garden.ops;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Runs each line of its input as a command line, all in one process: the training run for the class
 * cache, which holds the classes that one process loaded. Only packaging calls it.
 */
final class Training {
  private Training() {}

  public static void main(String... arguments) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Bookingctl.run(line.strip().split(" +"));
    }
  }
}
