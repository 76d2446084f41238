package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.ContainerStatus;
import family.garden.ops.status.StackStatus;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether another program uses the port of the proxy. */
final class PortsCheck implements StackCheck {
  private static final int TIMEOUT_MILLIS = 2000;

  @Override
  public void look(Settings settings, StackStatus status, Findings found) {
    boolean proxyRuns =
        status.container("proxy").map(ContainerStatus::state).filter("running"::equals).isPresent();
    // If the engine does not answer, the proxy itself may be the one that listens.
    if (proxyRuns
        || status.containers().isEmpty()
        || !answers(settings.deploys().loopback(), settings.httpsPort())) {
      return;
    }
    found.urgent(
        "another program listens at port %d, and the proxy does not run"
            .formatted(settings.httpsPort()),
        "\"ss -ltnp\" names it; stop it, or set BOOKING_HTTPS_PORT.");
  }

  private static boolean answers(String address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), TIMEOUT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
