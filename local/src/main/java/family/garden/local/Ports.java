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

/** TCP ports and addresses of this machine. */
final class Ports {
  private static final int CONNECT_MILLIS = 500;

  private Ports() {}

  /**
   * @throws Trouble if another program listens there, or this one may not
   */
  static void requireFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As the server does it: connections that linger from a run just ended are no hindrance.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw new Trouble(
          Trouble.IN_USE,
          "Tried to listen on port %d, failed because of: %s. Choose another port with --port%s."
              .formatted(
                  port,
                  e.getMessage(),
                  port < 1024 ? " (below 1024 needs root)" : ", or stop the program that has it"));
    }
  }

  /** A port that is free on the loopback address at this moment. */
  static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new Trouble(
          Trouble.UNAVAILABLE, "Tried to find a free port, failed because " + e.getMessage() + ".");
    }
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
