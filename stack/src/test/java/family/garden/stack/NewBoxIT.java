package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
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
  @TempDir private Path home;

  @Test
  void leadsFromABlankCardToARestoredOne() throws IOException {
    Programs.requireRoot("Only root can give a container a disk of its own.");
    try (RunbookWalk walk = RunbookWalk.onABlankCard(new BoxInContainer(home))) {
      LongWays ways = new LongWays(walk);
      ways.newBox();
      ways.changeSetting();
      ways.deploy();
      ways.upgradeServices();
      ways.rollBack();
      ways.rotateSecrets();
      oneAddressLeavesRoomForOthers(walk.box().address());
      ways.restoreOnNewCard();
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
}
