package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.testkit.NeedsEngine;
import family.garden.testkit.Programs;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a blank card over its first changes to a lost one and a restored one, by the runbook alone.
 */
@ExtendWith(NeedsEngine.class)
class NewBoxIT {
  private static final String NEW_BOX = RunbookWalk.NEW_BOX;
  private static final String SETTING = "Change a setting";
  private static final String DEPLOY = "Deploy";
  private static final String ROLL_BACK = "Roll back";
  private static final String SECRET = "Change a secret";
  static final String NEW_CARD = "Restore on a new card";

  /** The sections whose blocks are run. */
  static final List<String> WALKED = List.of(NEW_BOX, SETTING, DEPLOY, ROLL_BACK, SECRET, NEW_CARD);

  private static final String AUTHORITY =
      "docker exec booking-proxy-1 cat /etc/nginx/tls/current/ca.crt";

  @TempDir private Path home;

  @Test
  void leadsFromABlankCardToARestoredOne() throws IOException {
    Programs.requireRoot("Only root can give a container a disk of its own.");
    try (RunbookWalk walk = RunbookWalk.onABlankCard(home)) {
      walk.section(NEW_BOX);
      String members = walk.members();
      assertThat(members.lines()).contains(RunbookWalk.EMAIL, "smoke@garden.example");

      walk.section(SETTING);
      walk.section(DEPLOY);
      assertThat(walk.served()).isEqualTo("1.1.0");
      walk.section(ROLL_BACK);
      assertThat(walk.served()).isEqualTo("1.0.0");
      walk.section(SECRET);
      assertThat(walk.members()).isEqualTo(members);
      oneAddressLeavesRoomForOthers(walk.box().address());

      String authority = walk.box().onTheBox(AUTHORITY);
      awaitRemoteCopy(walk);
      walk.box().loseCard();
      walk.box().writeCard();
      // "Write a new card and prepare it: steps 1 and 2".
      walk.beginningOf(NEW_BOX, 1);
      walk.section(NEW_CARD);
      assertThat(walk.members()).isEqualTo(members);
      assertThat(walk.box().onTheBox(AUTHORITY)).as("what devices trust").isEqualTo(authority);
      assertThat(walk.box().onTheBox("systemctl --failed --no-legend")).isBlank();
    }
  }

  /** Of nginx's 256 connections; nginx itself counts only those whose requests have come. */
  private static void oneAddressLeavesRoomForOthers(String box) throws IOException {
    List<Socket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        Socket socket = new Socket();
        held.add(socket);
        try {
          socket.connect(new InetSocketAddress(box, 443), 10_000);
        } catch (ConnectException refused) {
          break;
        }
      }
      assertThat(held).as("connections until one was refused").hasSizeBetween(33, 65);
      assertThat(askedByAnother(box)).isEqualTo("200");
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  private static String askedByAnother(String box) {
    String ready = "https://%s/api/health/ready".formatted(box);
    return Testbed.docker(
            "run",
            "--rm",
            "--entrypoint=curl",
            "booking-box",
            "--silent",
            "--insecure",
            "--output",
            "/dev/null",
            "--write-out",
            "%{http_code}",
            ready)
        .strip();
  }

  /** The timers bring what was written last off the box; a card lost before would cost it. */
  private static void awaitRemoteCopy(RunbookWalk walk) {
    String segment = walk.sql("SELECT pg_walfile_name(pg_current_wal_lsn())");
    String find = "find /mnt/backups/booking -name '%s*'".formatted(segment);
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofSeconds(5))
        .until(() -> !walk.box().onTheBox(find).isBlank());
  }
}
