package family.garden.local;

import java.nio.file.Path;
import java.util.List;

/** {@link Main} with {@link StandInServer} in place of the packaged server. */
final class StandInMain {
  private StandInMain() {}

  public static void main(String... arguments) {
    List<String> server =
        List.of(
            RunningUp.java(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            StandInServer.class.getName());
    Main.run(Path.of(System.getProperty("booking.home")), home -> server, arguments);
  }
}
