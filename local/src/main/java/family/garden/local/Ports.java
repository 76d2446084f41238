package family.garden.local;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports and addresses of this machine. */
final class Ports {
  private static final int CONNECT_MILLIS = 500;
  private static final int FIRST_FREE = 20_000;
  private static final int LAST_FREE = 32_000;
  private static final int ATTEMPTS = 100;

  private Ports() {}

  /**
   * @throws LauncherException if another program listens there, or this one may not
   */
  static void requireFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As the server does: lingering connections of an earlier run do not prevent listening.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw new LauncherException(
          LauncherException.IN_USE,
          "Tried to listen on port %d, failed because of: %s. Choose another port with --port%s."
              .formatted(
                  port,
                  e.getMessage(),
                  port < 1024 ? " (below 1024 needs root)" : ", or stop the program that has it"));
    }
  }

  /**
   * A port that is free on the loopback address now, below the range for outgoing connections
   * (Linux from 32768), one of which could occupy the port before it is used.
   */
  static int free() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_FREE, LAST_FREE);
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (IOException inUse) {
        // Tries the next one.
      }
    }
    throw new LauncherException(
        LauncherException.UNAVAILABLE,
        "Tried %d ports from %d to %d, found each of them in use."
            .formatted(ATTEMPTS, FIRST_FREE, LAST_FREE));
  }

  /** The addresses in the home network under which {@code port} answers, for a phone to use. */
  static List<String> reachableAddresses(int port) {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> address instanceof Inet4Address && address.isSiteLocalAddress())
          .filter(address -> !isBridge(address) && answers(address, port))
          .map(InetAddress::getHostAddress)
          .toList();
    } catch (SocketException e) {
      return List.of();
    }
  }

  /** Container bridges have addresses of the same kind, which no phone can reach. */
  private static boolean isBridge(InetAddress address) {
    try {
      NetworkInterface network = NetworkInterface.getByInetAddress(address);
      return network == null
          || network.isVirtual()
          || network.getName().matches("(docker|podman|br-|veth|virbr|cni|lxc).*");
    } catch (SocketException e) {
      return true;
    }
  }

  private static boolean answers(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
