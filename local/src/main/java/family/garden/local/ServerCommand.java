package family.garden.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the packaged server. */
final class ServerCommand {
  private ServerCommand() {}

  /**
   * @param home the checkout
   * @throws LauncherException if the server was not built
   */
  static List<String> packaged(Path home) {
    Path app = home.resolve("server/target/quarkus-app");
    Path jar = app.resolve("quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new LauncherException(
          LauncherException.UNAVAILABLE,
          "Tried to find the server at %s, failed because it is not built. Start with ./booking up, which builds it."
              .formatted(jar));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + home.resolve("server/jvm.options"));
    Path cache = app.resolve("app.aot");
    if (Files.exists(cache)) {
      command.add("-XX:AOTCache=" + cache);
    }
    command.add("-jar");
    command.add(jar.toString());
    return command;
  }
}
