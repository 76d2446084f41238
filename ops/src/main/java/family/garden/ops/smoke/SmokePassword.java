package family.garden.ops.smoke;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.SecretFile;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Answer;
import family.garden.ops.site.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the smoke account another password. */
public record SmokePassword(Settings settings, Progress progress) {
  private static final int WRONG = 401;

  public record Rotated(String email) implements CommandResult {
    @Override
    public List<String> lines() {
      return List.of("%s has another password.".formatted(email));
    }
  }

  /**
   * Does it, as the member would.
   *
   * @throws OpsException if there is no such account, or it cannot log in
   */
  public Rotated rotate(Site site) throws OpsException {
    SecretFile file = SecretFile.in(settings.places().secrets(), "smoke-password");
    String email = settings.deploys().smokeEmail();
    if (email.isEmpty() || !file.exists()) {
      throw OpsException.refused(
          "make the password of the smoke account anew",
          "there is no such account",
          "Set BOOKING_SMOKE_EMAIL and run \"bookingctl smoke --set-up\".");
    }
    String current = file.read();
    Answer answer = logIn(site, email, current);
    if (answer.status() == WRONG && file.next().exists()) {
      // The last one was ended after the server knew the next password, and before it had its name.
      current = file.next().read();
      answer = logIn(site, email, current);
      answer.expect(200);
      progress.touches();
      file.next().replace(file);
    }
    Optional<String> token = Optional.of(answer.expect(200).path("token").text());
    String password = SecretFile.random();
    progress.touches();
    file.next().write(password, file);
    site.put("/api/me/password", Map.of("currentPassword", current, "newPassword", password), token)
        .expect(204);
    file.next().replace(file);
    site.post("/api/auth/logout", Map.of(), token);
    return new Rotated(email);
  }

  private static Answer logIn(Site site, String email, String password) throws OpsException {
    return site.post(
        "/api/auth/login", Map.of("email", email, "password", password), Optional.empty());
  }
}
