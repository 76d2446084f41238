package family.garden.ops.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A copy of the stack that runs, and the packaged bookingctl on it, as a process of its own;
 * closing it leaves nothing behind.
 */
final class StackCopy implements AutoCloseable {
  private static final String TESTBED = System.getProperty("booking.testbed");
  private static final Path HOME = Path.of(System.getProperty("booking.home"));
  private static final String NAME = System.getProperty("booking.stack", "it-ops") + "-doctor";

  /** How a program ended, and all of what it said. */
  record Outcome(int code, String said) {
    Outcome expect(int expected) {
      if (code != expected) {
        throw new AssertionError("Ended with " + code + " instead of " + expected + ":\n" + said);
      }
      return this;
    }
  }

  private StackCopy() {}

  static StackCopy up(Path work) throws IOException {
    run(Map.of(), TESTBED, "down", "--name", NAME, "--data").expect(0);
    run(Map.of(), TESTBED, "up", "--name", NAME).expect(0);
    StackCopy copy = new StackCopy();
    copy.set("BOOKING_COMPOSE_FILES", HOME.resolve("stack/compose.yaml").normalize().toString());
    copy.set("BOOKING_STATE", Files.createDirectory(work.resolve("state")).toString());
    copy.set("BOOKING_BACKUPS", Files.createDirectory(work.resolve("backups")).toString());
    return copy;
  }

  Path folder() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path caches =
        cache == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
    return caches.resolve("booking/stacks").resolve(NAME);
  }

  Path settings() {
    return folder().resolve("settings.env");
  }

  /** A setting on top; the last one of a name counts. */
  void set(String name, String value) throws IOException {
    Files.writeString(settings(), name + "=" + value + "\n", StandardOpenOption.APPEND);
  }

  int httpsPort() throws IOException {
    return Files.readAllLines(settings()).stream()
        .filter(line -> line.startsWith("BOOKING_HTTPS_PORT="))
        .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  Outcome docker(String... arguments) {
    List<String> all = new ArrayList<>(List.of(TESTBED, "docker"));
    all.addAll(List.of(arguments));
    return run(Map.of(), all.toArray(String[]::new)).expect(0);
  }

  String container(String service) {
    return "booking-" + NAME + "-" + service + "-1";
  }

  Outcome ctl(String... arguments) {
    return ctl(List.of(), arguments);
  }

  /** With an engine that does not listen. */
  Outcome ctlWithoutEngine(String... arguments) {
    return ctl(List.of("env", "DOCKER_HOST=unix:///run/nobody.sock"), arguments);
  }

  private Outcome ctl(List<String> before, String... arguments) {
    List<String> all = new ArrayList<>(List.of(TESTBED, "with"));
    all.addAll(before);
    all.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    all.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar"));
    all.add(HOME.resolve("ops/target/bookingctl.jar").toString());
    all.addAll(List.of(arguments));
    return run(Map.of("BOOKING_SETTINGS", settings().toString()), all.toArray(String[]::new));
  }

  static Outcome run(Map<String, String> environment, String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), said);
    } catch (IOException e) {
      throw new AssertionError("Tried to run " + List.of(command) + ", failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    run(Map.of(), TESTBED, "down", "--name", NAME, "--data").expect(0);
  }
}
