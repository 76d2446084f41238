package family.garden.ops.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import family.garden.ops.SomeSettings;
import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recovery sheet, and the files that it brings to a new card. */
class RecoveryTest {
  @TempDir private Path old;
  @TempDir private Path newBox;
  private Settings settings;
  private final Progress progress = new Progress(System.out, true);

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
    Settings there = provisioned(newBox);
    secret(newBox, "server-secret", "made by provisioning\n", "r--r-----");
    Files.writeString(newBox.resolve("settings.env"), "BOOKING_PUBLIC_URL=https://other\n");
    new Recovery(there).bringBack(sheet, progress);
    assertThat(progress.hasTouched()).isTrue();
    assertThat(newBox.resolve("settings.env"))
        .hasSameTextualContentAs(old.resolve("settings.env"), StandardCharsets.UTF_8);
    assertThat(newBox.resolve("release-keys.pem")).exists();
    assertThat(newBox.resolve("secrets/backup-key"))
        .hasContent("# made by age\nAGE-SECRET-KEY-1\n");
    assertThat(newBox.resolve("secrets/server-secret")).hasContent("no line end\n");
    assertThat(mode(newBox.resolve("secrets/server-secret"))).isEqualTo("r--r-----");
    assertThat(newBox.resolve("secrets/.backup-key.new")).doesNotExist();
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
      assertThatThrownBy(() -> new Recovery(provisioned(newBox)).bringBack(sheet, progress))
          .hasMessageContaining("recovery sheet");
    }
    assertThat(newBox.resolve("secrets/backup-key")).doesNotExist();
  }

  @Test
  void refusesNamesThatLeadElsewhere() {
    for (String name :
        new String[] {
          "../passwd", "/etc/passwd", "secrets/../../x", "a/../b", "./a", "a//b", "a/", ".", ""
        }) {
      assertThatThrownBy(() -> new KeptFile(name, "rw-------", 0, ""))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesASheetWhoseNamesLeadElsewhere() throws Exception {
    String text = RecoverySheet.of(settings).text();
    String before =
        text.substring(0, text.indexOf("=== end "))
            .replace("=== secrets/backup-key ", "=== ../backup-key ");
    String sha256 =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(before.getBytes(StandardCharsets.UTF_8)));
    Path sheet =
        Files.writeString(old.resolve("sheet.txt"), before + "=== end sha256:" + sha256 + "\n");
    assertThatThrownBy(() -> new Recovery(provisioned(newBox)).bringBack(sheet, progress))
        .hasMessageContaining("it names the file \"../backup-key\"");
    assertThat(newBox.resolve("secrets")).isEmptyDirectory();
  }

  @Test
  void bringsBackTheFilesThatSettingsNameAndTellsWhichLieElsewhere(@TempDir Path otherFolder)
      throws Exception {
    Path externalKey = Files.writeString(otherFolder.resolve("site.key"), "a key\n");
    Files.writeString(Files.createDirectory(old.resolve("certificate")).resolve("site.crt"), "crt");
    name(
        "BOOKING_CERTIFICATE_FILE=" + old.resolve("certificate/site.crt"),
        "BOOKING_CERTIFICATE_KEY_FILE=" + externalKey,
        "BOOKING_OIDC_CLIENT_SECRET_FILE=" + old.resolve("secrets/server-secret"));
    String leftOut = externalKey + " (BOOKING_CERTIFICATE_KEY_FILE)";
    Path sheet = old.resolve("sheet.txt");
    new Recovery(settings).writeTo(sheet);
    assertThat(sheet)
        .content()
        .contains("# NOT on this sheet; keep a copy of it off the box, too:\n#   " + leftOut)
        .containsOnlyOnce("=== secrets/server-secret ");
    Recovery.Noted noted = new Recovery(settings).confirm();
    assertThat(noted.leftOut()).containsExactly(leftOut);
    assertThat(noted.lines()).anyMatch(line -> line.contains(leftOut));
    new Recovery(provisioned(newBox)).bringBack(sheet, progress);
    assertThat(newBox.resolve("certificate/site.crt")).hasContent("crt\n");
  }

  @Test
  void saysWhereTheSecretsAreThatTheSheetHasNot(@TempDir Path otherFolder) throws Exception {
    name("BOOKING_SECRETS=" + otherFolder);
    RecoverySheet sheet = RecoverySheet.of(settings);
    assertThat(sheet.leftOut())
        .containsExactly(
            "the folder " + otherFolder + ", with all secrets and the key of the backups");
    assertThat(sheet.text())
        .contains("#   the folder " + otherFolder)
        .contains("=== settings.env ");
  }

  /** The sheet need not be renewed for a new token or certificate, although it contains them. */
  @Test
  void staysTheSameWhenProgramsRenewTheirFiles() throws Exception {
    Path certificate = Files.writeString(old.resolve("site.crt"), "crt");
    name(
        "BOOKING_CERTIFICATE_FILE=" + certificate,
        "BOOKING_CERTIFICATE_KEY_FILE=" + old.resolve("secrets/server-secret"));
    secret(old, "rclone.conf", "token = 1\n", "rw-------");
    String digest = RecoverySheet.of(settings).digest();
    secret(old, "rclone.conf", "token = 2\n", "rw-------");
    Files.writeString(certificate, "renewed");
    assertThat(RecoverySheet.of(settings).digest()).isEqualTo(digest);
    assertThat(RecoverySheet.of(settings).text()).contains("token = 2\n", "renewed\n");
  }

  @Test
  void hasTheAuthorityThatDevicesTrustAsItIsNow(@TempDir Path volume) throws Exception {
    assertThat(Authority.read(volume)).isEmpty();
    Files.writeString(volume.resolve("ca.crt"), "certificate\n");
    Files.writeString(volume.resolve("ca.key"), "key\n");
    String authority = Authority.read(volume).orElseThrow();
    assertThat(authority).isEqualTo("certificate\nkey\n");
    String digest = RecoverySheet.of(settings).digest();
    // As on the previous card.
    secret(old, "authority.pem", "old\n", "rw-------");
    KeptFiles files = KeptFiles.of(settings, old).with("secrets/authority.pem", authority);
    assertThat(files.files().stream().filter(each -> each.name().endsWith("authority.pem")))
        .containsExactly(new KeptFile("secrets/authority.pem", "rw-------", 0, authority));
    assertThat(RecoverySheet.of(settings).digest()).isEqualTo(digest);
  }

  /** The authority of a previous card may differ from the one that devices trust now. */
  @Test
  void hasNoAuthorityWhereNobodyCanSayWhichOneItIs() throws Exception {
    secret(old, "authority.pem", "old\n", "rw-------");
    KeptFiles all = KeptFiles.of(settings, old);
    assertThat(all.files()).extracting(KeptFile::name).contains("secrets/authority.pem");
    KeptFiles files = all.without("secrets/authority.pem", "the authority: no engine answers");
    assertThat(files.files()).hasSize(all.files().size() - 1);
    assertThat(files.files()).extracting(KeptFile::name).doesNotContain("secrets/authority.pem");
    assertThat(files.leftOut()).containsExactly("the authority: no engine answers");
  }

  private void name(String... more) throws Exception {
    Files.writeString(
        settings.file(), "\n" + String.join("\n", more) + "\n", StandardOpenOption.APPEND);
    settings = Settings.load(settings.file());
  }

  @Test
  void refusesWhereASiteRuns() throws Exception {
    Path sheet = old.resolve("sheet.txt");
    new Recovery(settings).writeTo(sheet);
    Files.writeString(old.resolve("images.env"), "COMPOSE_PROFILES=blue\n");
    assertThatThrownBy(() -> new Recovery(settings).bringBack(sheet, progress))
        .hasMessageContaining("before the first deploy");
    assertThat(progress.hasTouched()).isFalse();
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
