package family.garden.ops.deploy;

import static org.awaitility.Awaitility.await;

import family.garden.ops.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Debian's image registry on this machine; when it is closed, only its folder remains. */
final class Registry implements AutoCloseable {
  private final Process process;
  private final int port;

  private Registry(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it, and waits until it listens.
   *
   * @param folder the folder of its images
   */
  static Registry start(Path folder) throws IOException {
    int port = Ports.free();
    Path settings = folder.resolve("registry.yml");
    Files.writeString(
        settings,
        """
        version: 0.1
        log: { accesslog: { disabled: true } }
        storage: { filesystem: { rootdirectory: %s/images } }
        http: { addr: "127.0.0.1:%d" }
        """
            .formatted(folder, port));
    try {
      Process process =
          new ProcessBuilder("docker-registry", "serve", settings.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("registry.log").toFile())
              .start();
      await().atMost(Duration.ofSeconds(30)).until(() -> Ports.listens(port));
      return new Registry(process, port);
    } catch (IOException e) {
      throw new AssertionError("Missing for this test: the package docker-registry.", e);
    }
  }

  /** The prefix of image names. */
  String address() {
    return "127.0.0.1:" + port + "/garden/booking";
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
