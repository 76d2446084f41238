package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doors of the emulated Pi, by a scan of all ports over a cable: engine, firewall and all. */
@NeedsPi
class WholePiNmapIT {
  private static Pi pi;
  private static Cable cable;

  @BeforeAll
  static void plugIn() {
    pi = Pi.running();
    Programs.require("nmap", "nmap");
    Programs.requireRoot("Only root may lay cables.");
    cable = Cable.laid();
    pi.shutDown();
    pi.boot(cable.forBooting());
    pi.awaitUp();
  }

  @AfterAll
  static void unplug() {
    if (cable != null) {
      pi.shutDown();
      cable.close();
      pi.boot();
    }
  }

  /** From outside and from home, where the keeper works. */
  @ParameterizedTest
  @CsvSource({"203.0.113, 80 443", "192.168.77, 22 80 443"})
  void opensToPeopleWhatTheyAreToUse(String network, String ports) {
    cable.between(pi.machine(), network);
    // Most ports are refused without an answer to each, which nmap would wait for by itself.
    List<Integer> open =
        PortScan.open(
            List.of(), network + ".2", PortScan.EVERY_PORT, "--min-rate=1000", "--max-retries=2");
    assertThat(open).containsExactlyElementsOf(PortScan.listed(ports));
  }
}
