package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.SomeSettings;
import family.garden.ops.engine.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyLogTest {
  private final Instant from = Instant.now().minus(Duration.ofMinutes(1));

  private ProxyLog log;

  @BeforeEach
  void make(@TempDir Path folder) throws Exception {
    log = new ProxyLog(new Engine(SomeSettings.in(folder)), "172.30.1.12:8080", from);
  }

  private void writes(Instant at, String server, int status) {
    log.add(
        "%s {\"path\":\"/api/me\",\"server\":\"%s\",\"server_status\":\"%d\",\"took\":0.1}"
            .formatted(at, server, status),
        from);
  }

  @Test
  void countsWhatOneServerWasAskedSince() {
    writes(from.minusSeconds(1), "172.30.1.12:8080", 500);
    writes(from, "172.30.1.12:8080", 500);
    writes(from.plusMillis(1), "172.30.1.12:8080", 200);
    writes(from.plusMillis(1), "172.30.1.11:8080", 500);
    writes(from.plusMillis(1), "172.30.1.12:8080", 503);
    log.add(from.plusMillis(1) + " a line of nginx itself", from);
    assertThat(log.traffic().requests()).isEqualTo(2);
    assertThat(log.traffic().failures()).isEqualTo(1);
  }

  @Test
  void doesNotCountWhatWasWrittenByAWrongClock() {
    writes(Instant.parse("2131-01-01T00:00:00Z"), "172.30.1.12:8080", 500);
    writes(from.plusMillis(1), "172.30.1.12:8080", 200);
    assertThat(log.traffic().requests()).isEqualTo(1);
    assertThat(log.traffic().failures()).isZero();
  }
}
