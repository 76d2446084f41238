package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.site.SiteStatus;
import family.garden.ops.status.StackStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether browsers take the certificate, now and next month: it is renewed daily from 30 days
 * before its end.
 */
final class CertificateCheck implements Check {
  private static final long RENEWED_BEFORE = 28;
  private static final long SOON = 7;
  private static final String RENEW =
      "\"systemctl start booking-certificates.service\" makes another one;"
          + " its journal says what went wrong.";

  @Override
  public String name() {
    return "certificate";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus seen) {
    List<Finding> found = new ArrayList<>();
    SiteStatus front = seen.front();
    front
        .certificateBegins()
        .filter(begins -> begins.isAfter(seen.at()))
        .ifPresent(begins -> found.add(early(begins)));
    front
        .certificateEnds()
        .map(end -> Duration.between(seen.at(), end))
        .filter(left -> left.toDays() < RENEWED_BEFORE)
        .ifPresent(left -> found.add(late(left)));
    String host = settings.publicUrl().getHost();
    if (!front.certificateNames().isEmpty()
        && front.certificateNames().stream().noneMatch(name -> isFor(name, host))) {
      found.add(
          Finding.urgent(
              name(),
              "it is for %s, and not for %s: browsers refuse the site"
                  .formatted(String.join(", ", front.certificateNames()), host),
              "Put %s among BOOKING_NAMES in %s; then %s".formatted(host, settings.file(), RENEW)));
    }
    return found;
  }

  /** A name may begin with a star for one word, as RFC 6125 says. */
  private static boolean isFor(String name, String host) {
    String wanted = host.toLowerCase(Locale.ROOT);
    String has = name.toLowerCase(Locale.ROOT);
    int dot = wanted.indexOf('.');
    return has.equals(wanted) || (dot > 0 && has.equals("*" + wanted.substring(dot)));
  }

  private Finding early(Instant begins) {
    return Finding.urgent(
        name(),
        "it is not valid before %s, and browsers refuse the site".formatted(begins),
        "It was made while a clock was ahead. When \"date\" shows the right time, " + RENEW);
  }

  private Finding late(Duration left) {
    long days = left.toDays();
    if (left.isNegative()) {
      return Finding.urgent(
          name(), "it ended %d days ago, and browsers refuse the site".formatted(-days), RENEW);
    }
    String what = "it ends in %d days and should have been renewed".formatted(days);
    return days < SOON ? Finding.urgent(name(), what, RENEW) : Finding.hint(name(), what, RENEW);
  }
}
