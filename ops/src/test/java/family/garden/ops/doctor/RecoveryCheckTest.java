package family.garden.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.SomeSettings;
import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.recovery.Recovery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");

  private final RecoveryCheck check = new RecoveryCheck();

  @TempDir private Path folder;

  @Test
  void asksForTheSheetUntilItIsPutAwayAndAgainWhenASecretChanges() throws Exception {
    Settings settings =
        SomeSettings.in(
            folder,
            "BOOKING_SECRETS=" + folder.resolve("secrets"),
            "BOOKING_STATE=" + folder.resolve("state"));
    Files.createDirectories(settings.places().secrets());
    Files.createDirectories(settings.places().state());
    Path secret = settings.places().secrets().resolve("server-secret");
    Files.writeString(secret, "one");
    assertThat(check.look(settings, new SomeStatus().at(NOW)))
        .extracting(Finding::message)
        .containsExactly(
            "nobody has said that the secrets are kept off this box, and no backup has them");
    var _ = new Recovery(settings).confirm();
    assertThat(check.look(settings, new SomeStatus().at(NOW))).isEmpty();
    Files.writeString(secret, "another");
    assertThat(check.look(settings, new SomeStatus().at(NOW)))
        .extracting(Finding::message)
        .containsExactly("settings or secrets were changed since the recovery sheet was put away");
  }
}
