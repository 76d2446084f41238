package family.garden.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Starts the packaged server with the JVM options of production and the settings of a test. */
public final class Launch {
  public static final String ADMIN_EMAIL = "gerda@garden.example";
  public static final String ADMIN_PASSWORD = "roses need no fence";

  private final Map<String, String> environment = new TreeMap<>();
  private final List<String> flags = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();

  Launch(FreshDatabase database) {
    env("BOOKING_DATABASE_URL", database.jdbcUrl());
    env("BOOKING_DATABASE_USER", database.user());
    env("BOOKING_DATABASE_PASSWORD", database.password());
    env("BOOKING_SECRET", "a secret for tests only, 32 characters and more");
    env("BOOKING_PORT", Integer.toString(FreePorts.one()));
    env("BOOKING_MANAGEMENT_PORT", Integer.toString(FreePorts.one()));
    env("BOOKING_ADMIN_EMAIL", ADMIN_EMAIL);
    env("BOOKING_ADMIN_PASSWORD", ADMIN_PASSWORD);
    env("MALLOC_ARENA_MAX", "1");
  }

  public final Launch env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public Launch without(String name) {
    environment.remove(name);
    return this;
  }

  public Launch redis(String url) {
    return env("BOOKING_REDIS_URL", url);
  }

  /** One more flag for the JVM; the last one wins. */
  public Launch flag(String flag) {
    flags.add(flag);
    return this;
  }

  /** A command of the jar; none means serve. */
  public Launch command(String command) {
    arguments.add(command);
    return this;
  }

  /** Starts and waits until the server is ready. */
  public GardenServer start() {
    GardenServer server = startWithoutWaiting();
    try {
      server.awaitReady();
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Starts and does not wait, for tests of a server that is not ready or does not start. */
  public GardenServer startWithoutWaiting() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + packaged("jvm.options"));
    command.addAll(flags);
    command.add("-jar");
    command.add(packaged("quarkus-run.jar").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Settings of the machine that runs the tests must not reach the server.
    builder.environment().keySet().removeIf(name -> name.matches("(BOOKING|QUARKUS|JAVA|JDK)_.*"));
    builder.environment().putAll(environment);
    try {
      return new GardenServer(
          builder.start(), address("BOOKING_PORT"), address("BOOKING_MANAGEMENT_PORT"));
    } catch (IOException e) {
      throw new UncheckedIOException("Tried to start " + command, e);
    }
  }

  private URI address(String setting) {
    return URI.create("http://localhost:" + environment.getOrDefault(setting, "0"));
  }

  private static Path packaged(String name) {
    Path here = Path.of(System.getProperty("basedir", ""), "target", "quarkus-app");
    // Other modules set the path of the server.
    Path file = Path.of(System.getProperty("booking.app", here.toString()), name);
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "Tried to start with %s, it is not there; run mvnw package first".formatted(file));
    }
    return file.toAbsolutePath();
  }
}
