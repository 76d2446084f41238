package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.testkit.Programs;
import family.garden.testkit.Testbed;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The open ports that a scan finds: of the machine, between the containers, and from a neighbour.
 */
@ExtendWith(OneStack.class)
class NmapIT {
  private static final Pattern PUBLISHED = Pattern.compile(":(\\d+)->");

  private final Stack stack;

  NmapIT(Stack stack) {
    this.stack = stack;
  }

  @BeforeEach
  void needsItsProgramsAndRoot() {
    Programs.require("nmap", "nmap");
    Programs.require("util-linux", "nsenter");
    Programs.requireRoot("Only root may look from inside other networks.");
  }

  /** Apart from other programs of this machine, only the ports that people use are open. */
  @Test
  void opensTwoDoorsOfTheMachine() {
    List<Integer> published =
        PortScan.numbers(
            PUBLISHED,
            Testbed.docker(
                "ps",
                "--filter=label=com.docker.compose.project=booking-" + stack.name(),
                "--format={{.Ports}}"));
    assertThat(published).containsExactlyInAnyOrder(stack.http(), stack.https());
    assertThat(scan(List.of(), "127.0.0.1", PortScan.EVERY_PORT)).containsAll(published);
  }

  /** A copy that only this machine may use does not answer at the machine's other addresses. */
  @ParameterizedTest
  @CsvSource({"proxy, front, 1", "cache, data, 129"})
  void opensNoneToTheContainers(String service, String network, String host) {
    String machine = stack.address(service, network).replaceFirst("[0-9]+$", host);
    assertThat(scan(inside(service), machine, "-p" + stack.http() + "," + stack.https())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "server-blue, front, proxy,       8080 8082 8443",
    "proxy,       front, server-blue, 8080 9000",
    "server-blue, data,  database,    5432",
    "server-blue, data,  cache,       6379",
    "cache,       data,  server-blue, 8080 9000"
  })
  void opensToItsNeighboursWhatItIsThereFor(
      String neighbour, String network, String service, String ports) {
    assertThat(scan(inside(neighbour), stack.address(service, network), PortScan.EVERY_PORT))
        .containsExactlyInAnyOrderElementsOf(PortScan.listed(ports));
  }

  /** The scan starts in the proxy's container: an attacker who breaks into it reaches no data. */
  @ParameterizedTest
  @CsvSource({"database, 5432", "cache, 6379", "server-blue, 8080"})
  void opensNothingOfTheDataToTheProxy(String service, int port) {
    assertThat(scan(inside("proxy"), stack.address(service, "data"), "-p" + port)).isEmpty();
  }

  /** A neighbour who routes packets for the containers' addresses to the box. */
  @ParameterizedTest
  @CsvSource({"database, 5432", "cache, 6379", "server-blue, 8080"})
  void opensNothingOfTheDataNextDoor(String service, int port) {
    try (NeighbourHost neighbour = NeighbourHost.start()) {
      assertThat(scan(neighbour.inside(), stack.address("proxy", "front"), "-p8443"))
          .as("there is a way")
          .containsExactly(8443);
      assertThat(scan(neighbour.inside(), stack.address(service, "data"), "-p" + port)).isEmpty();
    }
  }

  private List<String> inside(String service) {
    return List.of("nsenter", "--net", "--target=" + stack.process(service));
  }

  /** Without privileges, by ordinary connect calls, so that the kernel's NAT applies. */
  private static List<Integer> scan(List<String> inside, String address, String ports) {
    return PortScan.open(inside, address, "--unprivileged", ports);
  }
}
