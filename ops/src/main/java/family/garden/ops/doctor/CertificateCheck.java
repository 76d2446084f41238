package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.site.SiteStatus;
import family.garden.ops.status.StackStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Whether browsers take the certificate, now and next month: it is renewed daily from 30 days
 * before its end.
 */
final class CertificateCheck implements StackCheck {
  private static final long RENEWED_BEFORE = 28;
  private static final long SOON = 7;
  private static final String RENEW =
      "\"systemctl start booking-certificates.service\" makes another one;"
          + " its journal says what went wrong.";

  @Override
  public void look(Settings settings, StackStatus status, Findings found) {
    SiteStatus site = status.site();
    site.certificateBegins()
        .filter(begins -> begins.isAfter(status.at()))
        .ifPresent(begins -> early(begins, found));
    site.certificateEnds()
        .map(end -> Duration.between(status.at(), end))
        .filter(remaining -> remaining.toDays() < RENEWED_BEFORE)
        .ifPresent(remaining -> late(remaining, found));
    String host = settings.publicUrl().getHost();
    if (!site.certificateNames().isEmpty()
        && site.certificateNames().stream().noneMatch(name -> isFor(name, host))) {
      found.urgent(
          "it is for %s, and not for %s: browsers refuse the site"
              .formatted(String.join(", ", site.certificateNames()), host),
          "Put %s among BOOKING_NAMES in %s; then %s".formatted(host, settings.file(), RENEW));
    }
  }

  /** A name may begin with a star for one word, as RFC 6125 says. */
  private static boolean isFor(String name, String host) {
    String expected = host.toLowerCase(Locale.ROOT);
    String has = name.toLowerCase(Locale.ROOT);
    int dot = expected.indexOf('.');
    return has.equals(expected) || (dot > 0 && has.equals("*" + expected.substring(dot)));
  }

  private static void early(Instant begins, Findings found) {
    found.urgent(
        "it is not valid before %s, and browsers refuse the site".formatted(begins),
        "It was made while a clock was ahead. When \"date\" shows the right time, " + RENEW);
  }

  private static void late(Duration remaining, Findings found) {
    long days = remaining.toDays();
    if (remaining.isNegative()) {
      found.urgent("it ended %d days ago, and browsers refuse the site".formatted(-days), RENEW);
    } else {
      found.add(
          days < SOON, "it ends in %d days and should have been renewed".formatted(days), RENEW);
    }
  }
}
