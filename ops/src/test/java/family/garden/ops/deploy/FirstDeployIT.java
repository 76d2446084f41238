package family.garden.ops.deploy;

import static family.garden.ops.deploy.OneBox.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.NeedsEngine;
import family.garden.ops.disk.Durable;
import family.garden.testkit.StackCopy;
import family.garden.testkit.Testbed;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first deploy on a provisioned box. */
@ExtendWith(NeedsEngine.class)
class FirstDeployIT {
  private static Box box;

  @BeforeAll
  static void start() throws Exception {
    box = Box.up("first");
    box.releasing().publishToStay(GOOD);
  }

  @AfterAll
  static void end() {
    if (box != null) {
      box.close();
    }
  }

  @Test
  void startsEverything() throws Exception {
    box.empty();
    Durable.remove(box.settings().places().secrets().resolve("smoke-password"));
    String output = box.ctl("deploy", GOOD).expectSuccess().output();
    assertThat(output).contains(GOOD + " serves (blue)", "bookingctl logs server-blue");
    assertThat(box.served()).isEqualTo(GOOD);
    box.furnish(StackCopy.setupToken(box.ctl("logs", "server-blue").expectSuccess().output()));
    box.ctl("smoke", "--set-up").expectSuccess();
    box.ctl("smoke").expectSuccess();
    assertThat(box.ctl("deploy", GOOD).expectSuccess().output()).contains("serves already");
    box.expectTidy();
  }

  @Test
  void bringsTheDataBackOnANewCard() throws Exception {
    Map<String, String> remoteCopy = Map.of("BOOKING_BACKUP_TARGET", box.remoteCopy().toString());
    box.ctl(remoteCopy, "backup", "create", "--base").expectSuccess();
    String authority = authority();
    Path sheet = box.folder().resolve("recovery-sheet.txt");
    box.ctl("recovery-sheet", "--to", sheet.toString()).expectSuccess();
    box.empty();
    box.ctl("recovery-sheet", "--bring-back", sheet.toString()).expectSuccess();
    // The password file of the smoke account is already there, but not its member.
    box.ctl("deploy", GOOD).expectSuccess();
    box.ctl(remoteCopy, "backup", "restore", "--from", "remote", "--yes").expectSuccess();
    box.site()
        .post(
            "/api/auth/login",
            Map.of("email", StackCopy.ADMIN, "password", StackCopy.PASSWORD),
            Optional.empty())
        .expect(200);
    box.ctl("smoke").expectSuccess();
    assertThat(authority()).as("what devices trust").isEqualTo(authority);
    box.expectTidy();
  }

  private static String authority() {
    return Testbed.docker("exec", box.container("proxy"), "cat", "/etc/nginx/tls/current/ca.crt");
  }
}
