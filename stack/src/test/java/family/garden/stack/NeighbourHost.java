package family.garden.stack;

import family.garden.testkit.Programs;
import java.util.List;

/** Another machine on the same network, as a network namespace whose gateway is this machine. */
final class NeighbourHost implements AutoCloseable {
  private static final String NAME = "booking-nextdoor";

  /** From the range reserved for benchmarks of networks (RFC 2544). */
  private static final String HERE = "198.18.77.1";

  private static final String THERE = "198.18.77.2";

  private NeighbourHost() {}

  static NeighbourHost start() {
    Programs.require("iproute2", "ip");
    NeighbourHost neighbour = new NeighbourHost();
    neighbour.close();
    run("ip", "netns", "add", NAME);
    run("ip", "link", "add", "booking-cable", "type", "veth", "peer", "eth0", "netns", NAME);
    run("ip", "address", "add", HERE + "/30", "dev", "booking-cable");
    run("ip", "link", "set", "booking-cable", "up");
    run("ip", "-n", NAME, "address", "add", THERE + "/30", "dev", "eth0");
    run("ip", "-n", NAME, "link", "set", "eth0", "up");
    run("ip", "-n", NAME, "route", "add", "default", "via", HERE);
    return neighbour;
  }

  /** The words in front of a command that runs there. */
  List<String> inside() {
    return List.of("ip", "netns", "exec", NAME);
  }

  private static void run(String... command) {
    Programs.run(List.of(command)).expectSuccess();
  }

  @Override
  public void close() {
    Programs.run(List.of("ip", "link", "delete", "booking-cable"));
    Programs.run(List.of("ip", "netns", "delete", NAME));
  }
}
