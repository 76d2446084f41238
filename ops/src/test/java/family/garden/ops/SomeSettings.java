package family.garden.ops;

import family.garden.ops.config.Settings;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Settings for tests that need no running garden. */
public final class SomeSettings {
  private SomeSettings() {}

  /**
   * Writes a file with the required settings, and reads it. The secrets are in the folder too: the
   * default is a folder of this machine.
   *
   * @param more lines beyond that; of two with the same name the last one counts
   */
  public static Settings in(Path folder, String... more) throws IOException, OpsException {
    return Settings.load(
        Files.writeString(
            folder.resolve("settings.env"),
            "BOOKING_PUBLIC_URL=https://booking.family.local\nBOOKING_FRONT=172.30.10\n"
                + "BOOKING_SECRETS=%s\n".formatted(folder.resolve("secrets"))
                + String.join("\n", more)));
  }
}
