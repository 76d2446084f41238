package family.garden.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RemindersTest {
  @ParameterizedTest
  @CsvSource({
    "2027-03-28T00:00+01:00[Europe/Berlin], false",
    "2027-03-28T07:59:59+02:00[Europe/Berlin], false",
    "2027-03-28T08:00+02:00[Europe/Berlin], true",
    "2027-03-28T23:59+02:00[Europe/Berlin], true"
  })
  void nobody_is_reminded_before_eight(ZonedDateTime now, boolean day) {
    assertThat(Reminders.isDay(now)).isEqualTo(day);
  }
}
