package family.garden.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A copy of the whole stack that runs. Closing it leaves nothing behind. A module that asks more of
 * a copy extends this class.
 */
public class StackCopy implements AutoCloseable {
  /** The administrator, where a test makes one. */
  public static final String ADMIN = "admin@garden.example";

  public static final String PASSWORD = "rain on the tent roof";

  private static final Pattern HTTPS = Pattern.compile("https://localhost:(\\d+)\\b");
  private static final Pattern HTTP = Pattern.compile("http://localhost:(\\d+)/trust");
  private static final Pattern SETUP = Pattern.compile("/setup#token=(\\S+)");

  private final String name;
  private final List<String> options;
  private final String output;

  /**
   * Builds what changed, starts it without anything of an earlier one, and waits until it is
   * healthy.
   *
   * @param name a-z, 0-9 and - only; those of tests begin with {@link Lane#NAME}
   * @param options of {@code ./booking stack up}, like {@code --setting} and {@code --override}
   */
  protected StackCopy(String name, List<String> options) {
    this.name = name;
    this.options = List.copyOf(options);
    down();
    output = up();
  }

  /** Starts what the options say, and further ones for this time; returns what the testbed says. */
  protected final String up(String... more) {
    return testbed("up", more).expectSuccess().output();
  }

  private void down() {
    Testbed.run("down", "--name", name, "--data").expectSuccess();
  }

  private ProcessResult testbed(String command, String... more) {
    List<String> words = new ArrayList<>(List.of(Testbed.program(), command, "--name", name));
    words.addAll(options);
    return Programs.run(words, more);
  }

  public final String name() {
    return name;
  }

  /** Has its settings, secrets and addresses. */
  public final Path folder() {
    return folder(name);
  }

  /** The folder of a copy, which need not be there yet. */
  protected static Path folder(String name) {
    String cache =
        System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
    return Path.of(cache, "booking", "stacks", name);
  }

  /** Through nginx, with TLS. */
  public String address() {
    return "https://localhost:" + https();
  }

  /** The port for HTTPS on this machine. */
  public int https() {
    return Integer.parseInt(found(HTTPS, output));
  }

  /** The port for plain HTTP on this machine. */
  public int http() {
    return Integer.parseInt(found(HTTP, output));
  }

  /** The secret of the first start's link. */
  public String setupToken() {
    return setupToken(output);
  }

  /** The secret of the first start's link, in what a server wrote. */
  public static String setupToken(String written) {
    return found(SETUP, written);
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("Expected " + pattern + " in:\n" + text);
    }
    return matcher.group(1);
  }

  /** Has the file "green" while green is live. */
  public final Path liveFolder() {
    return folder().resolve("live");
  }

  /** The name of the container of a service. */
  public final String container(String service) {
    return "booking-" + name + "-" + service + "-1";
  }

  /** What Compose prints on this copy, with the Compose files that it was started with. */
  public final String compose(String... arguments) {
    List<String> words = new ArrayList<>(List.of("--"));
    words.addAll(List.of(arguments));
    return testbed("compose", words.toArray(String[]::new)).expectSuccess().output();
  }

  /** Runs a command in the container of a service. */
  public final ProcessResult in(String service, String... command) {
    return Programs.run(List.of(Testbed.program(), "docker", "exec", container(service)), command);
  }

  /** What a query gives, as the database's own user; a row a line. */
  public String sql(String query) {
    return in(
            "database",
            "psql",
            "--quiet",
            "--username=database",
            "--dbname=booking",
            "--tuples-only",
            "--no-align",
            "--command=" + query)
        .expectSuccess()
        .output()
        .strip();
  }

  @Override
  public void close() {
    down();
  }
}
