package family.garden.ops.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {
  private static final String LINE =
      """
      {"at":"2026-11-25T20:00:00+00:00","method":"GET","path":"/api/me","status":503,"took":0.200,\
      "server":"172.30.10.12:8080","server_status":"502","server_took":"0.150","bytes":5,"reused":1}""";

  @Test
  void tellsTheServersStatusAndNotWhatWasMadeOfIt() {
    LogLine line = LogLine.parse(LINE).orElseThrow();
    assertThat(line).isEqualTo(new LogLine("172.30.10.12:8080", "/api/me", 502, 0.15));
    assertThat(line.isFailure()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026/11/25 20:00:00 [warn] 7#7: something",
        "{\"at\":\"2026-11-25T20:00:00+00:00\",\"path\":\"/garden\",\"sta",
        "{\"path\":\"/garden\",\"status\":200,\"server\":\"\",\"server_status\":\"\"}",
        // The client closed the connection before the server answered.
        "{\"path\":\"/api/me\",\"status\":499,\"server\":\"172.30.10.12:8080\",\"server_status\":\"-\"}"
      })
  void passesOverWhatNoServerAnswered(String line) {
    assertThat(LogLine.parse(line)).isEmpty();
  }
}
