package family.garden.ops.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import family.garden.ops.SomeSettings;
import family.garden.ops.config.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a keeper puts away, and what a new card gets of it. */
class RecoveryTest {
  @TempDir private Path old;
  @TempDir private Path fresh;
  private Settings settings;

  @BeforeEach
  void provision() throws Exception {
    settings = provisioned(old);
    secret(old, "backup-key", "# made by age\nAGE-SECRET-KEY-1\n", "rw-------");
    secret(old, "server-secret", "no line end", "r--r-----");
    secret(old, ".backup-key.new", "half", "rw-------");
    Files.writeString(old.resolve("release-keys.pem"), "-----BEGIN PUBLIC KEY-----\n");
  }

  @Test
  void bringsBackAllThatWasPutAway() throws Exception {
    Path sheet = old.resolve("sheet.txt");
    new Recovery(settings).writeTo(sheet);
    assertThat(mode(sheet)).isEqualTo("rw-------");
    assertThat(sheet).content().contains("Backups lie in:  nas:booking", "/srv/releases");
    Settings there = provisioned(fresh);
    secret(fresh, "server-secret", "made by provisioning\n", "r--r-----");
    Files.writeString(fresh.resolve("settings.env"), "BOOKING_PUBLIC_URL=https://other\n");
    new Recovery(there).bringBack(sheet);
    assertThat(fresh.resolve("settings.env"))
        .hasSameTextualContentAs(old.resolve("settings.env"), StandardCharsets.UTF_8);
    assertThat(fresh.resolve("release-keys.pem")).exists();
    assertThat(fresh.resolve("secrets/backup-key")).hasContent("# made by age\nAGE-SECRET-KEY-1\n");
    assertThat(fresh.resolve("secrets/server-secret")).hasContent("no line end\n");
    assertThat(mode(fresh.resolve("secrets/server-secret"))).isEqualTo("r--r-----");
    assertThat(fresh.resolve("secrets/.backup-key.new")).doesNotExist();
  }

  @Test
  void refusesASheetThatIsNotWhole() throws Exception {
    Path sheet = old.resolve("sheet.txt");
    String text = RecoverySheet.of(settings).text();
    for (String damaged :
        new String[] {
          "", text.substring(0, text.length() / 2), text.replace("KEY-1", "KEY-2"), text + "\nmore"
        }) {
      Files.writeString(sheet, damaged);
      assertThatThrownBy(() -> new Recovery(provisioned(fresh)).bringBack(sheet))
          .hasMessageContaining("recovery sheet");
    }
    assertThat(fresh.resolve("secrets/backup-key")).doesNotExist();
  }

  @Test
  void refusesNamesThatLeadElsewhere() {
    for (String name : new String[] {"../passwd", "/etc/passwd", "secrets/../../x", "a/b", ""}) {
      assertThatThrownBy(() -> new KeptFile(name, "rw-------", 0, ""))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesWhereASiteRuns() throws Exception {
    Path sheet = old.resolve("sheet.txt");
    new Recovery(settings).writeTo(sheet);
    Files.writeString(old.resolve("images.env"), "COMPOSE_PROFILES=blue\n");
    assertThatThrownBy(() -> new Recovery(settings).bringBack(sheet))
        .hasMessageContaining("before the first deploy");
  }

  @Test
  void knowsWhetherTheSheetThatWasPutAwayIsStillTheSame() throws Exception {
    assertThat(Recovery.confirmed(settings)).isEmpty();
    new Recovery(settings).confirm();
    String digest = Recovery.confirmed(settings).orElseThrow().digest();
    assertThat(RecoverySheet.of(settings).digest()).isEqualTo(digest);
    secret(old, "notify-webhook", "https://hook.example\n", "r--------");
    assertThat(RecoverySheet.of(settings).digest()).isNotEqualTo(digest);
  }

  private static Settings provisioned(Path folder) throws Exception {
    Files.createDirectories(folder.resolve("secrets"));
    return SomeSettings.in(
        folder,
        "BOOKING_SECRETS=" + folder.resolve("secrets"),
        "BOOKING_STATE=" + folder.resolve("state"),
        "BOOKING_BACKUP_TARGET=nas:booking",
        "BOOKING_RELEASES=/srv/releases");
  }

  private static void secret(Path folder, String name, String text, String mode) throws Exception {
    Path file = folder.resolve("secrets").resolve(name);
    Files.deleteIfExists(file);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static String mode(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
