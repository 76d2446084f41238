package family.garden.ops.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import family.garden.ops.report.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir private Path folder;

  @Test
  void hasADefaultForNearlyEverything() throws Exception {
    Settings settings =
        Settings.load(
            file(
                """
                # a comment

                BOOKING_PUBLIC_URL=https://booking.family.local
                BOOKING_NAMES='booking.family.local booking.local'
                BOOKING_FRONT=172.30.10
                """));
    assertThat(settings.stack()).isEqualTo("booking");
    assertThat(settings.httpsPort()).isEqualTo(443);
    assertThat(settings.places().images()).isEqualTo(folder.resolve("images.env"));
    assertThat(settings.places().live()).isEqualTo(Path.of("/var/lib/booking/live"));
  }

  @Test
  void tellsEveryProblemAtOnce() throws Exception {
    Path file =
        file(
            """
            BOOKING_PUBLIC_URL=ftp://x
            BOOKING_HTTPS_PORT=99999
            BOOKING_STACK=My Garden
            BOOKING_STATE=here
            """);
    assertThatThrownBy(() -> Settings.load(file))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("BOOKING_PUBLIC_URL")
        .hasMessageContaining("BOOKING_HTTPS_PORT: expected a number from 1 to 65535, not 99999")
        .hasMessageContaining("BOOKING_STACK: expected a-z, 0-9 and -, not My Garden")
        .hasMessageContaining("BOOKING_FRONT")
        .hasMessageContaining("BOOKING_STATE: expected a path that begins with /, not here");
  }

  @Test
  void namesLinesThatAreNoSettings() throws Exception {
    Path file = file("BOOKING_STACK=x\nwhat is this\n");
    assertThatThrownBy(() -> Settings.load(file)).hasMessageContaining("Line 2");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("settings.env"), text);
  }
}
