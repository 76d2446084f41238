package family.garden.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of the stack that runs; closing it leaves nothing behind. */
final class Stack implements Running, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ADDRESS = Pattern.compile("https://localhost:(\\d+)\\b");
  private static final Pattern TRUST = Pattern.compile("http://localhost:(\\d+)/trust");

  private static final Pattern SETUP = Pattern.compile("/setup#token=(\\S+)");

  private final String name;
  private final String output;
  private final int https;
  private final int http;

  private Stack(String name, String output) {
    this.name = name;
    this.output = output;
    this.https = Integer.parseInt(found(ADDRESS, output));
    this.http = Integer.parseInt(found(TRUST, output));
  }

  /** Builds what changed, starts it and waits until it is healthy. */
  static Stack up(String name, String... options) {
    Testbed.run("down", "--name", name, "--data").expectSuccess();
    List<String> arguments = new ArrayList<>(List.of("up", "--name", name));
    arguments.addAll(List.of(options));
    return new Stack(name, Testbed.run(arguments.toArray(String[]::new)).expectSuccess());
  }

  private static String found(Pattern pattern, String output) {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new AssertionError("Expected " + pattern + " in: " + output);
    }
    return matcher.group(1);
  }

  String name() {
    return name;
  }

  int https() {
    return https;
  }

  @Override
  public int http() {
    return http;
  }

  @Override
  public String address() {
    return "https://localhost:" + https;
  }

  @Override
  public String setupToken() {
    return setupToken(output);
  }

  /** The secret of the first start's link, in what a server said. */
  static String setupToken(String output) {
    return found(SETUP, output);
  }

  /** The main process of the container of a service, as this machine numbers it. */
  long process(String service) {
    return inspect(service).path("State").path("Pid").asLong();
  }

  @Override
  public Duration patience() {
    return Duration.ofMinutes(2);
  }

  @Override
  public String sql(String query) {
    return in(
            "database",
            "psql",
            "--username=database",
            "--dbname=booking",
            "--tuples-only",
            "--no-align",
            "--command=" + query)
        .expectSuccess();
  }

  /** Compose itself, on this copy. */
  String compose(String... arguments) {
    List<String> all = new ArrayList<>(List.of("compose", "--name", name, "--"));
    all.addAll(List.of(arguments));
    return Testbed.run(all.toArray(String[]::new)).expectSuccess();
  }

  /** The whole Compose file as this copy sees it, with the services of all profiles. */
  JsonNode config() {
    return json(compose("--profile", "*", "config", "--format", "json"));
  }

  /** The name of the container of a service. */
  String container(String service) {
    return "booking-" + name + "-" + service + "-1";
  }

  /** Runs a command in the container of a service. */
  Testbed.ProcessResult in(String service, String... command) {
    List<String> all = new ArrayList<>(List.of("exec", container(service)));
    all.addAll(List.of(command));
    return Testbed.tryDocker(all.toArray(String[]::new));
  }

  /** What the engine knows of the container of a service. */
  JsonNode inspect(String service) {
    return json(Testbed.docker("inspect", container(service))).get(0);
  }

  /** How a service is connected to a network of the copy. */
  JsonNode network(String service, String network) {
    JsonNode found =
        inspect(service).at("/NetworkSettings/Networks").path("booking-" + name + "_" + network);
    if (found.isMissingNode()) {
      throw new AssertionError(service + " is not in " + network);
    }
    return found;
  }

  String address(String service, String network) {
    return network(service, network).path("IPAddress").asText();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + text, e);
    }
  }

  @Override
  public void close() {
    Testbed.run("down", "--name", name, "--data").expectSuccess();
  }
}
