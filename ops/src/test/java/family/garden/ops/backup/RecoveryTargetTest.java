package family.garden.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryTargetTest {
  @Test
  void isWhatTheKeeperNamed() throws Exception {
    assertThat(RecoveryTarget.of(null)).isEqualTo(new RecoveryTarget.Latest());
    assertThat(RecoveryTarget.of("20261125T201500Z-base"))
        .isEqualTo(new RecoveryTarget.RestorePoint("20261125T201500Z-base"));
    assertThat(RecoveryTarget.of("2020-11-25T20:15:00+01:00"))
        .isEqualTo(new RecoveryTarget.Time(Instant.parse("2020-11-25T19:15:00Z")));
  }

  @Test
  void isASettingOfPostgres() {
    assertThat(new RecoveryTarget.Latest().setting()).isEmpty();
    assertThat(new RecoveryTarget.RestorePoint("a-base").setting())
        .isEqualTo("recovery_target_name=a-base");
    assertThat(new RecoveryTarget.Time(Instant.parse("2020-11-25T19:15:00.123456Z")).setting())
        .isEqualTo("recovery_target_time=2020-11-25 19:15:00.123456+00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-01-01T00:00:00Z", "yesterday", "2020-11-25", ""})
  void refusesTheFutureAndWhatIsNoMoment(String to) {
    assertThatThrownBy(() -> RecoveryTarget.of(to)).hasMessageContaining("restore to");
  }
}
