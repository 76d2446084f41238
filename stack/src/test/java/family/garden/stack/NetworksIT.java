package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.testkit.ProcessResult;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which container reaches which. For each refusal the test shows that another container reaches the
 * same port.
 */
@ExtendWith(OneStack.class)
class NetworksIT {
  /** In the notation of the kernel's table of routes. */
  private static final String EVERYWHERE = "00000000";

  private final Stack stack;

  NetworksIT(Stack stack) {
    this.stack = stack;
  }

  @ParameterizedTest
  @CsvSource({"database,5432", "cache,6379"})
  void keepsTheProxyFromTheData(String service, int port) {
    String address = stack.address(service, "data");
    assertThat(reaches("server-blue", address, port)).isTrue();
    assertThat(reaches("proxy", address, port)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"database", "cache"})
  void keepsTheDataFromTheProxy(String service) {
    String proxy = stack.address("proxy", "front");
    assertThat(reaches("server-blue", proxy, 8443)).isTrue();
    assertThat(reaches(service, proxy, 8443)).isFalse();
  }

  /** A port of this machine plays the Internet, so that the test needs none. */
  @ParameterizedTest
  @ValueSource(strings = {"database", "cache"})
  void keepsTheDataFromTheWorld(String service) throws IOException {
    String world = stack.network("server-blue", "front").path("Gateway").asText();
    try (ServerSocket server = new ServerSocket(0)) {
      Thread.startVirtualThread(() -> hangUp(server));
      assertThat(reaches("server-blue", world, server.getLocalPort())).isTrue();
      assertThat(reaches(service, world, server.getLocalPort())).isFalse();
    }
    assertThat(routes("server-blue")).contains(EVERYWHERE);
    assertThat(routes(service)).doesNotContain(EVERYWHERE);
  }

  /** Closes each connection at once, so that the caller ends too. */
  private static void hangUp(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        server.accept().close();
      } catch (IOException e) {
        return; // the server was closed
      }
    }
  }

  private String[] routes(String service) {
    return stack
        .in(service, "busybox", "cat", "/proc/net/route")
        .expectSuccess()
        .output()
        .lines()
        .map(line -> line.split("\t", 3)[1])
        .toArray(String[]::new);
  }

  private boolean reaches(String service, String address, int port) {
    ProcessResult outcome =
        stack.in(service, "busybox", "nc", "-w", "2", address, Integer.toString(port));
    if (outcome.code() != 0) {
      assertThat(outcome.output()).containsAnyOf("timed out", "unreachable");
    }
    return outcome.code() == 0;
  }
}
