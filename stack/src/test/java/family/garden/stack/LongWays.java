package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/**
 * The ways of the runbook from a blank card over its first changes to a lost one and a restored
 * one, each on what the ones before left.
 */
final class LongWays {
  static final String NEW_CARD = "Restore on a new card";
  private static final String NEW_BOX = RunbookWalk.NEW_BOX;
  private static final String SETTING = "Change a setting";
  private static final String DEPLOY = "Deploy";
  private static final String UPGRADE = "Upgrade nginx, PostgreSQL and Redis";
  private static final String ROLL_BACK = "Roll back";
  private static final String SECRET = "Change a secret";

  /** The sections whose blocks are run. */
  static final List<String> WALKED =
      List.of(NEW_BOX, SETTING, DEPLOY, UPGRADE, ROLL_BACK, SECRET, NEW_CARD);

  private static final String AUTHORITY =
      "docker exec booking-proxy-1 cat /etc/nginx/tls/current/ca.crt";

  private final RunbookWalk walk;
  private final Box box;

  LongWays(RunbookWalk walk) {
    this.walk = walk;
    box = walk.box();
  }

  /** From a blank card to a first release, a backup and a recovery sheet. */
  void newBox() {
    walk.section(NEW_BOX);
    assertThat(walk.served()).isEqualTo("1.0.0");
    assertThat(walk.members().lines()).contains(RunbookWalk.EMAIL, "smoke@garden.example");
  }

  void changeSetting() {
    walk.section(SETTING);
  }

  /** From 1.0.0 to 1.1.0. */
  void deploy() {
    walk.section(DEPLOY);
    assertThat(walk.served()).isEqualTo("1.1.0");
  }

  /** Of the three only nginx is another one in 1.1.0. */
  void upgradeServices() {
    String before = started("proxy");
    walk.section(UPGRADE);
    assertThat(started("proxy")).isNotEqualTo(before);
  }

  private String started(String service) {
    return box.onTheBox("docker inspect --format '{{.Id}}' booking-%s-1".formatted(service));
  }

  /** From 1.1.0 to 1.0.0. */
  void rollBack() {
    walk.section(ROLL_BACK);
    assertThat(walk.served()).isEqualTo("1.0.0");
  }

  void rotateSecrets() {
    String members = walk.members();
    walk.section(SECRET);
    assertThat(walk.members()).isEqualTo(members);
  }

  /** The card is lost, and what was on it comes back from the disk. */
  void restoreOnNewCard() {
    String members = walk.members();
    String authority = box.onTheBox(AUTHORITY);
    String served = walk.served();
    awaitRemoteCopy();
    box.loseCard();
    box.writeCard();
    // "Write a new card and prepare it: steps 1 and 2".
    walk.beginningOf(NEW_BOX, 1);
    // "The release that served last, or a newer one".
    walk.typeInstead("--version 1.0.0 --from", "--version %s --from".formatted(served));
    walk.section(NEW_CARD);
    assertThat(walk.served()).isEqualTo(served);
    assertThat(walk.members()).isEqualTo(members);
    assertThat(box.onTheBox(AUTHORITY)).as("what devices trust").isEqualTo(authority);
    assertThat(box.onTheBox("systemctl --failed --no-legend")).isBlank();
  }

  /** The timers bring what was written last off the box; a card lost before would cost it. */
  private void awaitRemoteCopy() {
    String segment = walk.sql("SELECT pg_walfile_name(pg_current_wal_lsn())");
    String find = "find /mnt/backups/booking -name '%s*'".formatted(segment);
    await()
        .atMost(box.patience())
        .pollInterval(Duration.ofSeconds(5))
        .until(() -> !box.onTheBox(find).isBlank());
  }
}
