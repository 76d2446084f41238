package family.garden.ops.smoke;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Private;
import family.garden.ops.disk.SecretFile;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the smoke account: an ordinary member, whom an administrator invites. */
public final class SmokeSetUp {
  private final Settings settings;
  private final Progress progress;

  public SmokeSetUp(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  public record SetUp(String email, String passwordFile) implements CommandResult {
    @Override
    public List<String> lines() {
      return List.of(
          email + " is a member now; it books nothing and can be withdrawn at any time.",
          "Its password is in " + passwordFile + ", which only root reads.");
    }
  }

  /**
   * Invites the account and accepts in its name.
   *
   * @throws OpsException if the administrator is none, or the account is a member already
   */
  public SetUp by(Site site, String adminEmail, String adminPassword) throws OpsException {
    String email = settings.deploys().smokeEmail();
    Path file = Account.passwordFile(settings);
    if (email.isEmpty()) {
      throw OpsException.refused(
          "set up the smoke account",
          "it has no address",
          "Set BOOKING_SMOKE_EMAIL in " + settings.file() + ", like smoke@garden.example.");
    }
    if (Files.exists(file)) {
      throw OpsException.refused(
          "set up the smoke account",
          file + " is there already",
          "Run \"bookingctl smoke\" to see whether it works; remove the file to begin again.");
    }
    Optional<String> admin =
        Optional.of(
            site.post(
                    "/api/auth/login",
                    Map.of("email", adminEmail, "password", adminPassword),
                    Optional.empty())
                .expect(200)
                .path("token")
                .text());
    String password = SecretFile.random();
    progress.touches();
    // Before the account is made: a full disk leaves no account without a password.
    SecretFile aside = new SecretFile(file).next();
    Private.write(
        aside.file(),
        password + "\n",
        written ->
            Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("r--------")));
    try {
      String link =
          site.post(
                  "/api/admin/users",
                  Map.of("email", email, "firstName", "Smoke", "lastName", "Test"),
                  admin)
              .expect(201)
              .path("inviteUrl")
              .text();
      site.post(
              "/api/auth/accept-invitation",
              Map.of("token", link.substring(link.indexOf('=') + 1), "password", password),
              Optional.empty())
          .expect(200);
      aside.replace(new SecretFile(file));
    } finally {
      site.post("/api/auth/logout", Map.of(), admin);
    }
    return new SetUp(email, file.toString());
  }
}
