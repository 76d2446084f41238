package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.SecretFile;
import family.garden.ops.progress.Progress;
import family.garden.ops.proxy.Colour;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;
import family.garden.ops.smoke.Smoke;
import family.garden.ops.status.StackStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the smoke account exists and can log in; otherwise a deploy fails. A successful log-in is
 * remembered for an hour, because log-ins are limited and cost a small machine a second.
 */
final class SmokeCheck implements StackCheck {
  private static final Duration REMEMBERED = Duration.ofHours(1);

  @Override
  public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
    if (status.live().isEmpty() || !status.site().well()) {
      return;
    }
    String email = settings.deploys().smokeEmail();
    Path password = settings.places().secrets().resolve("smoke-password");
    if (email.isEmpty()) {
      found.hint(
          "there is no account to test with, so a deploy does not try a log-in",
          "Set BOOKING_SMOKE_EMAIL in %s; then \"bookingctl smoke --set-up\"."
              .formatted(settings.file()));
      return;
    }
    if (!Files.exists(password)) {
      found.hint(
          "the password of %s is not on this machine, so a deploy does not try a log-in"
              .formatted(email),
          "\"bookingctl smoke --set-up\" makes the account; if it is a member already, set"
              + " BOOKING_SMOKE_EMAIL to another address first.");
      return;
    }
    Path remembered = settings.places().state().resolve("smoke-account");
    if (!isRecent(remembered, email, password, status.at())) {
      tryLogIn(settings, status.live().get(), email, password, remembered, found);
    }
  }

  private static void tryLogIn(
      Settings settings, Colour live, String email, Path password, Path remembered, Findings found)
      throws OpsException {
    Smoke smoke = new Smoke(settings, new Progress(System.err, true));
    Site site = Site.direct(settings, live);
    int status = smoke.tryLogIn(site);
    if (status == 200) {
      remember(remembered, email);
      return;
    }
    if (status != 401) {
      throw OpsException.refused(
          "log in as " + email, "the answer was " + status, "Try again in a quarter of an hour.");
    }
    if (new SecretFile(password).next().exists()) {
      found.urgent(
          "the server does not let %s in: another password was being made and is not in use yet"
              .formatted(email),
          "\"bookingctl secret rotate smoke-password\" finishes that.");
      return;
    }
    found.urgent(
        "the server does not let %s in, so each deploy would fail and be undone".formatted(email),
        "\"rm %s\" and \"bookingctl smoke --set-up\" make it anew; if it is a member already, set BOOKING_SMOKE_EMAIL to another address in between."
            .formatted(password));
  }

  private static boolean isRecent(Path remembered, String email, Path password, Instant now)
      throws OpsException {
    Optional<Instant> at = Durable.writtenAt(remembered);
    return at.isPresent()
        && at.get().isAfter(now.minus(REMEMBERED))
        && !at.get().isAfter(now)
        && Durable.writtenAt(password).filter(at.get()::isAfter).isPresent()
        && Durable.read(remembered).filter(email::equals).isPresent();
  }

  private static void remember(Path remembered, String email) {
    if (!Files.isDirectory(remembered.resolveSibling("."))) {
      return;
    }
    try {
      Durable.write(remembered, email);
    } catch (OpsException e) {
      // The next check logs in again; WritableCheck reports that the folder cannot be written.
      return;
    }
  }
}
