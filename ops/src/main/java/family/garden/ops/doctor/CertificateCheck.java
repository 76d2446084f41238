package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.status.Seen;
import java.time.Duration;
import java.util.List;

/** Whether the certificate is renewed in time: that happens daily from 30 days before its end. */
final class CertificateCheck implements Check {
  private static final long RENEWED_BEFORE = 28;
  private static final long SOON = 7;

  @Override
  public String name() {
    return "certificate";
  }

  @Override
  public List<Finding> look(Settings settings, Seen seen) {
    return seen.front().certificateEnds().stream()
        .map(end -> Duration.between(seen.at(), end).toDays())
        .filter(days -> days < RENEWED_BEFORE)
        .map(days -> finding(days))
        .toList();
  }

  private Finding finding(long days) {
    String what =
        days < 0
            ? "it ended %d days ago, and browsers refuse the site".formatted(-days)
            : "it ends in %d days and should have been renewed".formatted(days);
    String advice =
        "systemctl start booking-certificates.service renews it; its journal says what went wrong.";
    return days < SOON ? Finding.urgent(name(), what, advice) : Finding.hint(name(), what, advice);
  }
}
