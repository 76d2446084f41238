package family.garden.survival;

import static org.awaitility.Awaitility.await;

import family.garden.contract.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** A real Redis in a process of its own, which can be killed, frozen and brought back. */
final class TestRedis implements AutoCloseable {
  private static final Path OF_THE_SYSTEM = Path.of("/usr/bin/redis-server");

  private final int port;
  private @Nullable Process process;

  private TestRedis(int port) {
    this.port = port;
  }

  static TestRedis started() throws IOException {
    TestRedis redis = new TestRedis(FreePorts.one());
    redis.start();
    return redis;
  }

  String url() {
    return "redis://localhost:" + port;
  }

  /** Starts it, empty, on the port that it had before. */
  void start() throws IOException {
    process =
        new ProcessBuilder(
                List.of(
                    binary().toString(),
                    "--port",
                    Integer.toString(port),
                    "--bind",
                    "127.0.0.1",
                    "--save",
                    ""))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    await().atMost(Duration.ofSeconds(10)).until(this::accepts);
  }

  private static Path binary() throws IOException {
    return Files.isExecutable(OF_THE_SYSTEM)
        ? OF_THE_SYSTEM
        : ExecutableProvider.newJarResourceProvider().get().toPath();
  }

  private boolean accepts() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** SIGKILL. */
  void kill() {
    Process running = running();
    running.destroyForcibly();
    await().atMost(Duration.ofSeconds(10)).until(() -> !running.isAlive());
  }

  /** Lets it hang: its connections stay open and nothing answers. */
  void freeze() throws IOException {
    Signals.send("STOP", running().pid());
  }

  void thaw() throws IOException {
    Signals.send("CONT", running().pid());
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("Redis was not started");
    }
    return process;
  }

  @Override
  public void close() {
    kill();
  }
}
