package family.garden.stack;

import java.util.List;

/** A cable from this machine to the emulated Pi, with an address at either end. */
final class Cable implements AutoCloseable {
  private static final String NAME = "booking-pi";

  /** Of the second network card: see stack/machine/machine. */
  private static final String CARD = "52:54:00:00:00:77";

  private Cable() {}

  static Cable laid() {
    Programs.require("iproute2", "ip");
    Cable cable = new Cable();
    cable.close();
    run("ip", "tuntap", "add", "dev", NAME, "mode", "tap");
    run("ip", "link", "set", NAME, "up");
    return cable;
  }

  /** The one of an earlier run, whose machine still runs. */
  static Cable plugged() {
    return new Cable();
  }

  /** What "machine start" is told. */
  String[] forBooting() {
    return new String[] {"--lan", NAME};
  }

  /** From now on it has the first two addresses of this network, such as 192.168.77. */
  void between(Machine machine, String network) {
    run("ip", "address", "replace", network + ".1/24", "dev", NAME);
    machine.asRoot(
        "sh",
        "-euc",
        """
        card=$(basename "$(dirname "$(grep -lx %s /sys/class/net/*/address)")")
        nmcli device set "$card" managed no
        ip address add %s.2/24 dev "$card"
        ip link set "$card" up
        """
            .formatted(CARD, network));
  }

  private static void run(String... command) {
    Programs.run(List.of(command)).expectSuccess();
  }

  @Override
  public void close() {
    Programs.run(List.of("ip", "link", "delete", NAME));
  }
}
