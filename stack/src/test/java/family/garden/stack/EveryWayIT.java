package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.testkit.NeedsEngine;
import family.garden.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the sections of the runbook that {@link NewBoxIT} leaves out, one after the other on one
 * box. It takes half an hour, so it runs only with {@code -Dbooking.ways=true}.
 */
@ExtendWith(NeedsEngine.class)
@EnabledIfSystemProperty(named = "booking.ways", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryWayIT {
  private static final String MOMENT = "Restore to a moment";
  private static final String WATCH = "Releases that come by themselves";
  private static final String RENEW = "Renew certificates";
  private static final String ADDRESS = "The box gets another address";
  private static final String ENGINE = "Updates of Debian and of the engine";
  private static final String FULL = "The card is full";
  private static final String SERVER_SECRET = "Change the server's secret";
  private static final String BACKUP_KEY = "Change the key of the backups";
  private static final String BACKUPS = "Backups";
  private static final String DOMAIN = "A domain of your own";

  /** The sections whose blocks are run. */
  static final List<String> WALKED =
      List.of(
          MOMENT, WATCH, RENEW, ADDRESS, ENGINE, SERVER_SECRET, BACKUP_KEY, DOMAIN, BACKUPS, FULL);

  private static final String PROXY_STARTED =
      "docker inspect --format '{{.Id}} {{.State.StartedAt}}' booking-proxy-1";

  private static final String ENGINE_STARTED =
      "systemctl show --property ActiveEnterTimestampMonotonic docker.service";

  /** The keeper's folder on their computer; all sections share it, so it is static. */
  @TempDir private static Path home;

  private BoxInContainer box;
  private RunbookWalk walk;

  @BeforeAll
  void newBox() throws IOException {
    Programs.requireRoot("Only root can give a container a disk of its own.");
    box = new BoxInContainer(home);
    walk = RunbookWalk.onABlankCard(box);
    walk.section(RunbookWalk.NEW_BOX);
  }

  @AfterAll
  void end() {
    if (walk != null) {
      walk.close();
    }
  }

  @Test
  @Order(1)
  void bringsBackAMoment() {
    rename("Before");
    String moment = walk.box().onTheBox("sleep 1; date -u +%FT%TZ; sleep 2").strip();
    rename("After");
    walk.typeInstead("2026-11-25T20:15:00Z", moment);
    walk.section(MOMENT);
    assertThat(firstName()).isEqualTo("Before");
  }

  @Test
  @Order(2)
  void takesAReleaseThatComesByItself() {
    // "After step 1 of Deploy".
    walk.beginningOf("Deploy", 1);
    walk.section(WATCH);
    assertThat(walk.served()).isEqualTo("1.1.0");
  }

  @Test
  @Order(3)
  void looksAfterCertificates() {
    walk.section(RENEW);
  }

  @Test
  @Order(4)
  void staysThereAtAnotherAddress() {
    String before = walk.box().address();
    box.move();
    assertThat(walk.box().address()).isNotEqualTo(before);
    walk.section(ADDRESS);
    assertIsServed("booking.local");
  }

  @Test
  @Order(5)
  void servesWhileTheEngineIsReplaced() {
    String started = started();
    String engine = walk.box().onTheBox(ENGINE_STARTED);
    walk.section(ENGINE);
    assertThat(started()).isEqualTo(started);
    assertThat(walk.box().onTheBox(ENGINE_STARTED)).as("the new engine").isNotEqualTo(engine);
    assertIsServed("booking.local");
  }

  @Test
  @Order(6)
  void changesTheSecretOfTheServer() {
    String before = walk.box().onTheBox("sha256sum /etc/booking/secrets/server-secret");
    walk.section(SERVER_SECRET);
    assertThat(walk.box().onTheBox("sha256sum /etc/booking/secrets/server-secret"))
        .isNotEqualTo(before);
  }

  @Test
  @Order(7)
  void changesTheKeyOfTheBackups() {
    String first = digests("/etc/booking/secrets/backup-key");
    walk.section(BACKUP_KEY);
    String second = digests("/etc/booking/secrets/backup-key");
    walk.section(BACKUP_KEY);
    assertThat(digests("/etc/booking/secrets/backup-key")).isNotIn(first, second);
    assertThat(digests("/var/lib/booking/old-backups-*/backup-key"))
        .as("the old keys, the oldest first")
        .isEqualTo(first + second);
    assertThat(walk.box().onTheBox("ls -d /mnt/backups/booking-old-*").lines()).hasSize(2);
    assertThat(walk.box().onTheBox("ls /mnt/backups/booking")).isNotBlank();
  }

  @Test
  @Order(9)
  void isServedByADomainOfItsOwn(@TempDir Path folder) throws IOException {
    String domain = "garten.example.org";
    try (Authority authority = Authority.opened(folder, laptop())) {
      // Every Debian trusts Let's Encrypt, but this box must be configured to trust Pebble.
      walk.box()
          .onTheBox(
              "cat >/usr/local/share/ca-certificates/pebble.crt <<'END'\n%sEND\nupdate-ca-certificates"
                  .formatted(Files.readString(authority.site())));
      walk.typeInstead("ACME_DNS=hetzner\nHETZNER_API_KEY=secret\n", authority.settingsElsewhere());
      String proxy = walk.box().onTheBox(PROXY_STARTED);
      walk.section(DOMAIN);
      assertThat(walk.box().onTheBox(PROXY_STARTED)).as("without a gap").isEqualTo(proxy);
      Files.copy(authority.root(), home.resolve("ca.crt"), StandardCopyOption.REPLACE_EXISTING);
      assertIsServed(domain);

      // From now on the certificate is due for renewal.
      String before = certificate(domain);
      walk.box().onTheBox("echo ACME_RENEW_DAYS=36500 >>/etc/booking/acme.env");
      walk.typeInstead("Nothing to do: …", "Made the certificate your own, good until …");
      walk.section(RENEW);
      assertThat(certificate(domain)).isNotEqualTo(before);
      assertIsServed(domain);
    }
  }

  /** {@link FullDiskIT} tests a full card; this box has no card of its own to fill. */
  @Test
  @Order(10)
  void clearsAway() {
    String started = started();
    walk.section(FULL);
    assertThat(started()).isEqualTo(started);
  }

  /** After {@link #clearsAway}, because the other place is gone after this. */
  @Test
  @Order(11)
  void copiesToAnotherPlace(@TempDir Path nas) throws IOException {
    Programs.require("rclone", "rclone");
    String address = laptop() + ":" + Authority.freePort();
    Process server =
        new ProcessBuilder("rclone", "serve", "webdav", nas.toString(), "--addr", address)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("nas.log").toFile())
            .start();
    try {
      walk.typeInstead("nas.home.arpa:8080", address);
      walk.section(BACKUPS);
      assertThat(walk.box().onTheBox("bookingctl doctor")).doesNotContain("WRONG");
      assertThat(nas.resolve("booking")).isNotEmptyDirectory();
    } finally {
      server.destroy();
    }
  }

  /** "Can be repeated at any time, while the site runs". */
  @Test
  @Order(12)
  void isProvisionedAgainWhileItServes() {
    String started = started();
    walk.beginningOf(RunbookWalk.NEW_BOX, 1);
    assertThat(started()).isEqualTo(started);
  }

  /** Changes settings.env as the section "Change a setting" says. */
  @Test
  @Order(8)
  void takesEachSetting() throws IOException {
    List<String> settings =
        Pattern.compile("^\\| `(BOOKING_[A-Z_]+)` \\| [^|]+ \\| `([^`]+)` \\|", Pattern.MULTILINE)
            .matcher(Runbook.text())
            .results()
            .map(row -> row.group(1) + "=" + row.group(2))
            // This box has no image of the monitoring; MonitoringIT of ops starts it.
            .filter(setting -> !setting.startsWith("BOOKING_MONITORING="))
            .toList();
    assertThat(settings).hasSizeGreaterThan(10);
    walk.box().onTheBox("cp -p /etc/booking/settings.env ~/settings.env");
    for (String setting : settings) {
      walk.box()
          .onTheBox(
              """
              cp -p ~/settings.env /etc/booking/settings.env
              cat >>/etc/booking/settings.env <<'END'
              %s
              END
              bookingctl apply
              """
                  .formatted(setting));
      assertThat(walk.box().onTheBox("bookingctl apply --dry-run"))
          .as(setting)
          .contains("Everything runs with the settings of settings.env already.");
    }
    walk.box().onTheBox("cp -p ~/settings.env /etc/booking/settings.env; bookingctl apply");
    assertThat(walk.box().onTheBox("bookingctl smoke; bookingctl doctor")).doesNotContain("WRONG");
  }

  /** The address at which the box reaches this machine. */
  private String laptop() {
    return walk.box().onTheBox("ip route | sed -n 's/^default via \\([^ ]*\\).*/\\1/p'").strip();
  }

  private String certificate(String name) {
    return walk.box()
        .onTheLaptop(
            "openssl s_client -connect %s:443 -servername %s </dev/null 2>/dev/null | openssl x509 -noout -serial"
                .formatted(walk.box().address(), name));
  }

  private void rename(String name) {
    walk.sql(
        "UPDATE member SET first_name = '%s' WHERE email = '%s'"
            .formatted(name, RunbookWalk.EMAIL));
  }

  /** SHA-256 of files on the box, a line each. */
  private String digests(String files) {
    return walk.box().onTheBox("sha256sum %s | cut -d ' ' -f 1".formatted(files));
  }

  private String firstName() {
    return walk.sql("SELECT first_name FROM member WHERE email = '" + RunbookWalk.EMAIL + "'");
  }

  /** The start time of each container. */
  private String started() {
    return walk.box()
        .onTheBox("docker inspect --format '{{.Name}} {{.State.StartedAt}}' $(docker ps -q)");
  }

  private void assertIsServed(String name) {
    walk.box()
        .onTheLaptop(
            "curl -fsS --max-time 20 --resolve '%1$s:443:%2$s' --cacert ~/ca.crt https://%1$s/api/version"
                .formatted(name, walk.box().address()));
  }
}
