package family.garden.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;

class PortsTest {
  /** Systems give those from 32768 to outgoing connections, which may take one before we listen. */
  @RepeatedTest(50)
  void givesNoPortThatAnOutgoingConnectionCouldTake() {
    assertThat(Ports.free()).isBetween(20_000, 32_000);
  }
}
