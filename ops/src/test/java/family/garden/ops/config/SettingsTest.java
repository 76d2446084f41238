package family.garden.ops.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import family.garden.ops.SomeSettings;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        .isInstanceOf(OpsException.class)
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

  /** Each is wrong here, though other programs accept it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "BOOKING_PUBLIC_URL=https://192.168.1.20",
        "BOOKING_PUBLIC_URL=https://a.example:99999",
        "BOOKING_NAMES=192.168.1.20",
        "BOOKING_NAMES='a.example 10.0.0.1'",
        "BOOKING_NAMES=a_b.example",
        "BOOKING_NAMES=a..example",
        "BOOKING_NAMES=-a.example",
        "BOOKING_NAMES=https://a.example",
        "BOOKING_FRONT=172.30.300",
        "BOOKING_FRONT=172.030.10",
        "BOOKING_FRONT=172.30.10.0",
        "BOOKING_BIND=1.2",
        "BOOKING_BIND=::1",
        "BOOKING_BIND=localhost",
        "BOOKING_HTTPS_PORT=0443",
        "BOOKING_HTTPS_PORT=443/tcp",
        "BOOKING_HTTP_PORT=many",
        "BOOKING_HTTP_PORT=443",
        "BOOKING_COMPOSE_FILES=compose.yaml",
        "BOOKING_CERTIFICATE_FILE=site.crt",
        "BOOKING_CERTIFICATE_FILE=/etc/site.crt",
        "BOOKING_OIDC_CLIENT_SECRET_FILE=~/secret",
        "BOOKING_CALENDAR_TRUSTED_HOSTS='a.example b.example'",
        "BOOKING_OIDC_ISSUER=accounts.example",
        "BOOKING_OIDC_ISSUER=http://accounts.example",
        "BOOKING_OIDC_ISSUER=http://127.0.0.1:8080",
        "BOOKING_OIDC_ISSUER=https://accounts.example?a=b",
        "BOOKING_OIDC_ISSUER=https://me@accounts.example",
        "BOOKING_ZONE=Berlin",
        "BOOKING_MONITORING=elsewhere",
        "BOOKING_MONITORING=Small",
        "BOOKING_MONITORING_FOLDER=monitoring",
        "BOOKING_PING_URL=http://hc-ping.com/123",
        "BOOKING_PING_URL=http://172.32.0.1/123",
        "BOOKING_PING_URL=https://me:word@hc-ping.com/123",
        "BOOKING_PING_URL=ftp://nas.local/123"
      })
  void refusesWhatOneOfItsReadersCannotUse(String line) {
    assertThatThrownBy(() -> SomeSettings.in(folder, line).expectFitForStack())
        .isInstanceOf(OpsException.class)
        .hasMessageContaining(line.substring(0, line.indexOf('=')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BOOKING_NAMES='a.example  b.example'",
        "BOOKING_NAMES=a.example,b.example",
        "BOOKING_NAMES=' a.example , b.example,'",
        "BOOKING_BIND=192.168.1.20",
        "BOOKING_PUBLIC_URL=https://a.example:8443/",
        "BOOKING_CALENDAR_TRUSTED_HOSTS='a.example, b.example:8443'",
        "BOOKING_OIDC_ISSUER=https://accounts.example/garden",
        "BOOKING_OIDC_ISSUER=http://localhost:8080/garden",
        "BOOKING_CERTIFICATE_FILE=",
        "BOOKING_MONITORING=none",
        "BOOKING_MONITORING=small",
        "BOOKING_PING_URL=https://hc-ping.com/0c7b0c7e-1a2b",
        "BOOKING_PING_URL=http://nas:3001/api/push/x?status=up",
        "BOOKING_PING_URL=http://kuma.local/123",
        "BOOKING_PING_URL=http://192.168.1.20:8000/ping/123",
        "BOOKING_COMPOSE_FILES=/a/compose.yaml:/b/more.yaml"
      })
  void takesWhatAllOfThemCanUse(String line) throws Exception {
    Settings settings = SomeSettings.in(folder, line);
    settings.expectFitForStack();
    assertThat(settings.stack()).isEqualTo("booking");
  }

  /** A wrong setting that only containers read does not prevent a backup. */
  @ParameterizedTest
  @ValueSource(strings = {"BOOKING_HTTP_PORT=many", "BOOKING_NAMES=192.168.1.20"})
  void leavesWhatOnlyTheContainersUseToThem(String line) throws Exception {
    assertThat(SomeSettings.in(folder, line).stack()).isEqualTo("booking");
  }

  @Test
  void isReadAsFarAsItGoesToTellOfItsFaults() throws Exception {
    Settings.Partial read =
        Settings.loadPartial(
            file(
                """
                BOOKING_PUBLIC_URL=https://a.example
                what is this
                BOOKING_BAKE=long
                BOOKING_ZONE=Berlin
                BOOKING_NOTIFY_NTFY=https://ntfy.sh/our-garden
                BOOKING_STATE=/a/state
                """));
    assertThat(read.settings().publicUrl().getHost()).isEqualTo("a.example");
    assertThat(read.settings().places().state()).isEqualTo(Path.of("/a/state"));
    assertThat(read.settings().notifications().ntfy()).isPresent();
    assertThat(read.problems())
        .anyMatch(problem -> problem.startsWith("Line 2: "))
        .anyMatch(problem -> problem.startsWith("BOOKING_BAKE: "))
        .anyMatch(problem -> problem.startsWith("BOOKING_ZONE: "))
        .anyMatch(problem -> problem.startsWith("BOOKING_FRONT: "));
    assertThat(Settings.loadPartial(folder.resolve("nowhere")).problems()).isNotEmpty();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("settings.env"), text);
  }
}
