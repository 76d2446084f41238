package family.garden.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that nobody listens on. */
public final class FreePorts {
  // The system may give a port twice, as long as nobody listens yet.
  private static final Set<Integer> GIVEN = new HashSet<>();

  private FreePorts() {}

  /** Another one each time; none that an outgoing connection could take meanwhile. */
  public static synchronized int one() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        if (GIVEN.add(port)) {
          return port;
        }
      } catch (IOException taken) {
        // The next one, then.
      }
    }
  }
}
