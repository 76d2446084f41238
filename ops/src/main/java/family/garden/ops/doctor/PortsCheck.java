package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.ContainerStatus;
import family.garden.ops.status.StackStatus;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/** Whether somebody else has the port that the proxy wants. */
final class PortsCheck implements Check {
  private static final int PATIENCE_MILLIS = 2000;

  @Override
  public String name() {
    return "ports";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus seen) {
    boolean proxyRuns =
        seen.part("proxy").map(ContainerStatus::state).filter("running"::equals).isPresent();
    // While the engine is silent, whoever answers may be the proxy itself.
    if (proxyRuns
        || seen.parts().isEmpty()
        || !answers(settings.deploys().loopback(), settings.httpsPort())) {
      return List.of();
    }
    return List.of(
        Finding.urgent(
            name(),
            "another program listens at port %d, and the proxy does not run"
                .formatted(settings.httpsPort()),
            "\"ss -ltnp\" names it; stop it, or set BOOKING_HTTPS_PORT."));
  }

  private static boolean answers(String address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
