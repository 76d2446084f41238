package family.garden.ops.deploy;

import static family.garden.ops.deploy.OneBox.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.NeedsEngine;
import family.garden.ops.StackWithCtl.AtWork;
import family.garden.ops.disk.Durable;
import family.garden.ops.json.Json;
import family.garden.testkit.ProcessResult;
import family.garden.testkit.StackCopy;
import family.garden.testkit.Testbed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changed settings and secrets reach the running services while people use the site. */
@ExtendWith(NeedsEngine.class)
class ApplyIT {
  private static Box box;
  private static String usual = "";

  @BeforeAll
  static void start() throws Exception {
    box = Box.up("apply");
    usual = Files.readString(file());
    box.releasing().publishToStay(GOOD);
  }

  @AfterAll
  static void end() {
    if (box != null) {
      box.close();
    }
  }

  @BeforeEach
  void remember() throws Exception {
    Files.writeString(file(), usual);
    box.ctl("apply").expectSuccess();
  }

  private static Path file() {
    return box.folder().resolve("settings.env");
  }

  private static void set(String... lines) throws Exception {
    Files.writeString(file(), usual + String.join("\n", lines) + "\n");
  }

  private static String serverHas(String name) throws Exception {
    return Testbed.docker("exec", box.container(box.serving()), "printenv", name);
  }

  @Test
  void bringsASettingToTheServerWithoutAGap() throws Exception {
    String first = box.served();
    box.ctl("deploy", GOOD, "--no-backup").expectSuccess();
    set("BOOKING_ZONE=Europe/Lisbon", "BOOKING_NOTIFY_NTFY=https://ntfy.sh/a-secret-name");
    ProcessResult plan = box.ctl("apply", "--dry-run").expectSuccess();
    assertThat(plan.output())
        .contains("BOOKING_ZONE: not set -> Europe/Lisbon", "without a gap")
        .doesNotContain("a-secret-name", "nginx", "PostgreSQL", "Redis");
    try (Visitors visitors = new Visitors(box)) {
      box.ctl("apply").expectSuccess();
      assertThat(visitors.requests()).isPositive();
      assertThat(visitors.failures()).isEmpty();
    }
    assertThat(serverHas("BOOKING_ZONE")).isEqualTo("Europe/Lisbon");
    assertThat(box.ctl("apply").expectSuccess().output())
        .contains("No container of the site had to be replaced");
    box.expectTidy();
    // A rollback to the previous version is still possible.
    box.ctl("rollback").expectSuccess();
    assertThat(box.served()).isEqualTo(first);
    assertThat(serverHas("BOOKING_ZONE")).isEqualTo("Europe/Lisbon");
    box.expectTidy();
  }

  @Test
  void undoesASettingThatTheServerCannotUse() throws Exception {
    String before = box.serving();
    set("BOOKING_OIDC_ISSUER=https://accounts.example", "BOOKING_START_LIMIT=60");
    try (Visitors visitors = new Visitors(box)) {
      ProcessResult undone = box.ctl("apply").expect(4);
      assertThat(undone.output())
          .contains("All of it is undone", "still has the new settings", "settings-applied.env");
      assertThat(Files.readString(failedLog(undone.output()))).contains("BOOKING_OIDC_CLIENT_ID");
      assertThat(visitors.failures()).isEmpty();
    }
    assertThat(box.serving()).isEqualTo(before);
    box.expectTidy();
    set("BOOKING_HTTP_PORT=many");
    assertThat(box.ctl("apply").expect(3).output()).contains("BOOKING_HTTP_PORT");
    set("BOOKING_FRONT=172.30.99");
    assertThat(box.ctl("apply").expect(3).output())
        .contains("BOOKING_FRONT", "Put the old one back");
    box.expectTidy();
  }

  private static Path failedLog(String output) {
    Matcher matcher = Pattern.compile("What it wrote is in (\\S+\\.log)").matcher(output);
    assertThat(matcher.find()).as(output).isTrue();
    return Path.of(matcher.group(1));
  }

  @Test
  void replacesWhatIsOnlyThereOnceAndGoesBack() throws Exception {
    String server = Testbed.docker("inspect", "--format={{.Id}}", box.container(box.serving()));
    set("BOOKING_NAMES='localhost,  other.family.local'");
    assertThat(box.ctl("apply", "--dry-run").expectSuccess().output()).contains("The certificate");
    box.ctl("apply").expectSuccess();
    assertThat(box.certificate()).isNotEmpty();
    assertThat(Testbed.docker("exec", box.container("proxy"), "sh", "-c", NAMES))
        .contains("other.family.local");
    int port = box.settings().httpsPort();
    // No program can listen on an address that this machine does not have.
    set("BOOKING_BIND=192.0.2.1", "BOOKING_NAMES=localhost");
    assertThat(box.ctl("apply").expect(4).output()).contains("All of it is undone");
    Files.writeString(file(), usual);
    assertThat(box.served()).isNotEmpty();
    assertThat(box.settings().httpsPort()).isEqualTo(port);
    assertThat(Testbed.docker("inspect", "--format={{.Id}}", box.container(box.serving())))
        .isEqualTo(server);
    box.expectTidy();
  }

  @Test
  void saysWhatStaysWhereNobodyKnowsTheSettingsBefore() throws Exception {
    Files.delete(box.state().resolve("settings-applied.env"));
    set("BOOKING_BIND=192.0.2.1", "BOOKING_NAMES='localhost other.family.local'");
    assertThat(box.ctl("apply").expect(5).output())
        .contains(
            "Not all of it is undone",
            "certificates has the new settings",
            "proxy has the new settings",
            "put the old ones back",
            "\"bookingctl apply\" brings them")
        .doesNotContain("All of it is undone", "serves as before", "settings-applied.env");
    Files.writeString(file(), usual);
    box.ctl("apply").expectSuccess();
    assertThat(box.served()).isNotEmpty();
    assertThat(box.state().resolve("settings-applied.env")).content().isEqualTo(usual);
    box.expectTidy();
  }

  private static final String NAMES =
      "openssl x509 -in /etc/nginx/tls/current/site.crt -noout -ext subjectAltName";

  @Test
  void isUndoneAfterAKillAndRefusedWhileADeployIsHalfDone() throws Exception {
    set("BOOKING_ZONE=Europe/Lisbon");
    AtWork work = box.start("apply");
    box.awaitStep(work, "await-healthy");
    work.process().destroyForcibly().waitFor();
    assertThat(box.ctl("apply").expectSuccess().output()).contains("It is undone", "settings hold");
    box.expectTidy();
    Durable.write(box.state().resolve("deploy.json"), Json.write(StateTest.deployState()));
    assertThat(box.ctl("apply").expect(3).output()).contains("is half done", "rollback");
    Durable.remove(box.state().resolve("deploy.json"));
    box.expectTidy();
  }

  @Test
  void makesTheDatabasePasswordAnewWithoutAGap() throws Exception {
    Path file = box.settings().places().secrets().resolve("database-password");
    String old = Files.readString(file);
    try (Visitors visitors = new Visitors(box)) {
      box.ctl("secret", "rotate", "database-password").expectSuccess();
      assertThat(visitors.failures()).isEmpty();
    }
    String now = Files.readString(file);
    assertThat(now).isNotEqualTo(old);
    assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(10000);
    assertThat(file.resolveSibling(".database-password.old")).doesNotExist();
    // Services that start again, as at a boot, read the same settings.
    Testbed.docker("restart", box.container(box.serving()));
    box.ctl("deploy", GOOD, "--no-backup").expectSuccess();
    box.ctl("rollback").expectSuccess();
    box.expectTidy();
  }

  @Test
  void goesBackToTheOldPasswordAfterAKill() throws Exception {
    Path file = box.settings().places().secrets().resolve("database-password");
    String old = Files.readString(file);
    AtWork work = box.start("secret", "rotate", "database-password");
    box.awaitStep(work, "await-healthy");
    work.process().destroyForcibly().waitFor();
    assertThat(Files.readString(file)).isNotEqualTo(old);
    box.ctl("prune").expectSuccess();
    assertThat(Files.readString(file)).isEqualTo(old);
    box.ctl("deploy", GOOD, "--no-backup").expectSuccess();
    box.ctl("rollback").expectSuccess();
    box.expectTidy();
  }

  @Test
  void endsSessionsOnlyWhereThatIsWanted() throws Exception {
    assertThat(box.ctl("secret", "rotate", "server-secret").expect(3).output())
        .contains("ends every session", "mail server", "--even-so");
    assertThat(box.ctl("secret", "rotate", "backup-key").expect(3).output())
        .contains("old one only");
    assertThat(box.ctl("secret", "rotate", "no-such").expect(3).output()).contains("There are ");
    Map<String, String> login = Map.of("email", StackCopy.ADMIN, "password", StackCopy.PASSWORD);
    Optional<String> token =
        Optional.of(
            box.site()
                .post("/api/auth/login", login, Optional.empty())
                .expect(200)
                .path("token")
                .text());
    box.ctl("secret", "rotate", "server-secret", "--even-so").expectSuccess();
    assertThat(box.site().get("/api/sleeping-accommodations", token).status()).isEqualTo(401);
    box.site().post("/api/auth/login", login, Optional.empty()).expect(200);
    box.ctl("secret", "rotate", "smoke-password").expectSuccess();
    assertThat(box.ctl("smoke").expectSuccess().output()).contains("with a log-in");
    box.expectTidy();
  }
}
