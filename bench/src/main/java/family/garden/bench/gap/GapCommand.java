package family.garden.bench.gap;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** {@code ./booking bench gap}: sends requests to a site for a while and prints the result. */
public final class GapCommand {
  /** How it is called. */
  public static final String USAGE =
      """
      ./booking bench gap --address https://… --email … --password-file FILE
          [--seconds 60] [--rate 100] [--ca FILE] [--json FILE]""";

  private static final Set<String> OPTIONS =
      Set.of("--address", "--email", "--password-file", "--seconds", "--rate", "--ca", "--json");

  private final Map<String, String> options = new HashMap<>();

  /**
   * @throws IllegalArgumentException if the arguments are not like {@link #USAGE}
   */
  public GapCommand(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      if (!OPTIONS.contains(name) || i + 1 == arguments.size()) {
        throw new IllegalArgumentException("Usage: " + USAGE);
      }
      options.put(name, arguments.get(i + 1));
    }
  }

  /**
   * Gives 0 if every request got a good response, 1 otherwise.
   *
   * @throws IOException if a file cannot be read or written
   */
  public int run() throws IOException {
    Plan plan =
        new Plan(
            URI.create(needed("--address")),
            trusted(),
            number("--rate", 100),
            needed("--email"),
            Files.readString(Path.of(needed("--password-file"))).strip());
    int seconds = number("--seconds", 60);
    System.out.println(plan + " for " + seconds + " s");
    Gap gap = Gap.start(plan);
    for (int second = 1; second <= seconds; second++) {
      pause();
      if (second % 10 == 0) {
        System.out.println("%4d s  %s".formatted(second, gap.soFar().describe()));
      }
    }
    System.out.println("Waiting for the unfinished requests …");
    Result result = gap.stop();
    System.out.println("Done    " + result.describe() + ", by " + result.versions());
    String json = options.get("--json");
    if (json != null) {
      Files.writeString(Path.of(json), result.json());
    }
    return result.failed() == 0 ? 0 : 1;
  }

  private SSLContext trusted() throws IOException {
    @Nullable String file = options.get("--ca");
    return file == null ? system() : Trust.in(Files.readString(Path.of(file)));
  }

  private static SSLContext system() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String needed(String name) {
    String value = options.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Missing: %s.%nUsage: %s".formatted(name, USAGE));
    }
    return value;
  }

  private int number(String name, int otherwise) {
    try {
      return Integer.parseInt(options.getOrDefault(name, Integer.toString(otherwise)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " needs a number.", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
