package family.garden.ops.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class CommandTest {
  @Test
  void isShownWholeWhereItIsShort() {
    assertThat(Command.of("docker", "stop", "booking-proxy-1"))
        .hasToString("docker stop booking-proxy-1");
  }

  @Test
  void isShownByItsBeginAndEndWhereItIsLong() {
    Command compose =
        Command.of("docker", "compose")
            .with("--project-name", "booking", "--file", "/opt/booking/compose.yaml")
            .with(
                "--env-file", "/etc/booking/settings.env", "--env-file", "/etc/booking/images.env")
            .with("up", "--detach", "--no-deps", "server-green");
    assertThat(compose).hasToString("docker compose … up --detach --no-deps server-green");
    assertThat(compose.whole()).contains("--env-file /etc/booking/images.env");
  }

  @Test
  void isNeverLong() {
    String text = String.join(" ", Collections.nCopies(100, "SELECT"));
    assertThat(Command.of("psql", text).toString()).hasSizeLessThan(130).startsWith("psql ");
    assertThat(Command.of("psql", "-c", text, text).toString()).hasSizeLessThan(130);
    assertThat(Command.of(text).toString()).hasSizeLessThan(130);
  }
}
