package family.garden.ops;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Doors of this machine, for servers that tests start. */
public final class Ports {
  private static final int MILLISECONDS = 1000;

  private Ports() {}

  /** One that nobody listens at now. */
  public static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MILLISECONDS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
