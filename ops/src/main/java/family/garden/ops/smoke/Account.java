package family.garden.ops.smoke;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Durable;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The account of a member with which smoke tests log in; no person uses it. */
record Account(String email, String password) {
  /** The file of its password, mode 0400; {@code bookingctl smoke --set-up} makes it. */
  static Path passwordFile(Settings settings) {
    return settings.places().secrets().resolve("smoke-password");
  }

  /** Empty where it is not set up. */
  static Optional<Account> of(Settings settings) throws OpsException {
    String email = settings.deploys().smokeEmail();
    if (email.isEmpty()) {
      return Optional.empty();
    }
    return Durable.read(passwordFile(settings))
        .map(String::strip)
        .filter(password -> !password.isEmpty())
        .map(password -> new Account(email, password));
  }

  /** Whether it was set up only after this moment, as far as the age of its password tells. */
  static boolean isYounger(Settings settings, Instant moment) throws OpsException {
    Path file = passwordFile(settings);
    try {
      return Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isAfter(moment);
    } catch (IOException e) {
      throw Durable.failed("read " + file, e);
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return email;
  }
}
