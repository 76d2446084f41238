package family.garden.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Ports that nobody listens on. */
public final class FreePorts {
  // The system may give a port twice, as long as nobody listens yet.
  private static final Set<Integer> GIVEN = new HashSet<>();

  private FreePorts() {}

  /** Another one each time. */
  public static synchronized int one() throws IOException {
    while (true) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        if (GIVEN.add(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      }
    }
  }
}
