package family.garden.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that nobody listens on. JVMs that run side by side are given different ones. */
public final class FreePorts {
  private static final int MOST_LANES = 16;
  private static final int LANE =
      Integer.parseInt(System.getProperty("booking.lane", "lane-0").substring("lane-".length()))
          % MOST_LANES;

  // The system may give a port twice, as long as nobody listens yet.
  private static final Set<Integer> GIVEN = new HashSet<>();

  private FreePorts() {}

  /** A different port each time, outside the range for outgoing connections. */
  public static synchronized int one() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(1_250, 2_000) * MOST_LANES + LANE;
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        if (GIVEN.add(port)) {
          return port;
        }
      } catch (IOException inUse) {
        // Tries the next one.
      }
    }
  }
}
