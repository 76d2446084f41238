package family.garden.occupancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class NightsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void the_last_morning_is_no_night() {
    Nights nights = nights("2027-01-15", "2027-01-20");

    assertThat(nights.count()).isEqualTo(5);
    assertThat(nights.evenings()).first().isEqualTo(LocalDate.parse("2027-01-15"));
    assertThat(nights.evenings()).last().isEqualTo(LocalDate.parse("2027-01-19"));
  }

  @Test
  void a_night_in_which_the_clocks_change_is_one_night() {
    assertThat(nights("2027-03-27", "2027-03-29").count()).isEqualTo(2);
    assertThat(nights("2027-10-30", "2027-11-01").count()).isEqualTo(2);
  }

  @Test
  void no_night_is_refused() {
    assertThatThrownBy(() -> nights("2027-01-15", "2027-01-15"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> nights("2027-01-15", "2027-01-14"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void they_are_over_on_the_last_morning() {
    Nights nights = nights("2027-01-15", "2027-01-20");

    assertThat(nights.areOver(LocalDate.parse("2027-01-19"))).isFalse();
    assertThat(nights.areOver(LocalDate.parse("2027-01-20"))).isTrue();
  }

  @Test
  void half_past_midnight_in_the_garden_is_a_new_day_though_utc_is_behind() {
    assertThat(today("2027-01-14T23:30:00Z")).isEqualTo("2027-01-15");
    assertThat(today("2027-07-14T22:30:00Z")).isEqualTo("2027-07-15");
    assertThat(today("2027-07-14T21:30:00Z")).isEqualTo("2027-07-14");
  }

  @Test
  void today_is_right_on_both_days_that_the_clocks_change() {
    assertThat(today("2027-03-27T23:30:00Z")).isEqualTo("2027-03-28");
    assertThat(today("2027-03-28T21:30:00Z")).isEqualTo("2027-03-28");
    assertThat(today("2027-03-28T22:30:00Z")).isEqualTo("2027-03-29");
    assertThat(today("2027-10-30T22:30:00Z")).isEqualTo("2027-10-31");
    assertThat(today("2027-10-31T22:30:00Z")).isEqualTo("2027-10-31");
    assertThat(today("2027-10-31T23:30:00Z")).isEqualTo("2027-11-01");
  }

  private static LocalDate today(String instant) {
    return LocalDate.now(Clock.fixed(Instant.parse(instant), BERLIN));
  }

  private static Nights nights(String start, String end) {
    return new Nights(LocalDate.parse(start), LocalDate.parse(end));
  }
}
