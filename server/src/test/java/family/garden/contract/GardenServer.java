package family.garden.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** The packaged server in a process of its own. Closing it kills it. */
public final class GardenServer implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  private final Process process;
  private final URI address;
  private final URI management;
  private final Queue<String> output = new ConcurrentLinkedQueue<>();
  private final Thread listener;
  private final Thread lastResort;

  GardenServer(Process process, URI address, URI management) {
    this.process = process;
    this.address = address;
    this.management = management;
    this.listener = Thread.ofVirtual().start(this::listen);
    this.lastResort = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /** Prepares a server for this database, which more settings can change before it starts. */
  public static Launch on(FreshDatabase database) {
    return new Launch(database);
  }

  /** The date where the garden is. */
  public static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/Berlin"));
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader()) {
      reader.lines().forEach(output::add);
    } catch (IOException | UncheckedIOException e) {
      output.add("(nothing more could be read: " + e.getMessage() + ")");
    }
  }

  public URI address() {
    return address;
  }

  /** The address of {@code /metrics}. */
  public URI management() {
    return management;
  }

  /** A client without a session. */
  public Api api() {
    return new Api(address, this::lastOutput);
  }

  /** The people of this garden, to log in and to invite. */
  public People people() {
    return new People(api());
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Its output so far. */
  public String output() {
    return String.join("\n", output);
  }

  /** The last lines of {@link #output}. */
  public String lastOutput() {
    String all = output();
    String end = all.substring(Math.max(0, all.length() - 8_000));
    return process.isAlive() ? end : end + "\n(ended with " + process.exitValue() + ")";
  }

  /** Waits until it can serve. */
  public void awaitReady() {
    Instant giveUp = Instant.now().plus(TIMEOUT);
    while (Instant.now().isBefore(giveUp)) {
      if (!process.isAlive()) {
        throw new IllegalStateException(
            "The server ended with %d before it was ready:%n%s".formatted(awaitExit(), output()));
      }
      if (isReady()) {
        return;
      }
      pause();
    }
    throw new IllegalStateException("The server did not get ready:\n" + output());
  }

  private boolean isReady() {
    try {
      return api().sendUnchecked("GET", "/api/health/ready", null, null).status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Stops it with SIGTERM, waits and returns its exit code. */
  public int terminate() {
    process.destroy();
    return awaitExit();
  }

  /** Sends SIGTERM and does not wait. */
  public void beginToTerminate() {
    process.destroy();
  }

  /** Kills it with SIGKILL, as a power cut would. */
  public void kill() {
    process.destroyForcibly();
    awaitExit();
  }

  /** Waits until it has ended, and returns its exit code. */
  public int awaitExit() {
    try {
      if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("The server does not end:\n" + output());
      }
      listener.join(Duration.ofSeconds(5));
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException alreadyShuttingDown) {
      // The JVM is shutting down, so its hook closes this server.
    }
  }
}
