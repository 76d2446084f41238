package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a Raspberry Pi gets enough power and stays cool; nothing on another machine. Too little
 * power damages what is being written to the card.
 */
final class PowerCheck implements Check {
  private static final String FIRMWARE = "devices/platform/soc/soc:firmware/get_throttled";
  private static final int UNDER_VOLTAGE = 1;
  private static final int THROTTLED = 1 << 2;
  private static final int UNDER_VOLTAGE_BEFORE = 1 << 16;
  private static final int THROTTLED_BEFORE = 1 << 18;
  private static final String POWER =
      "Use the power supply that belongs to the Pi, and a short thick cable.";
  private static final String HEAT = "Give it air, or a heat sink.";

  private final Path sys;

  PowerCheck() {
    this(Path.of("/sys"));
  }

  PowerCheck(Path sys) {
    this.sys = sys;
  }

  @Override
  public String name() {
    return "power";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus seen) throws OpsException {
    Optional<Integer> bits = Durable.read(sys.resolve(FIRMWARE)).flatMap(PowerCheck::hexadecimal);
    return bits.isPresent() ? judge(bits.get()) : alarm();
  }

  private List<Finding> judge(int bits) {
    List<Finding> found = new ArrayList<>();
    if ((bits & UNDER_VOLTAGE) != 0) {
      found.add(Finding.urgent(name(), "the Pi gets too little voltage", POWER));
    } else if ((bits & UNDER_VOLTAGE_BEFORE) != 0) {
      found.add(Finding.hint(name(), "the Pi got too little voltage since it was started", POWER));
    }
    if ((bits & THROTTLED) != 0) {
      found.add(Finding.urgent(name(), "the Pi is slowed down", POWER + " " + HEAT));
    } else if ((bits & THROTTLED_BEFORE) != 0) {
      found.add(
          Finding.hint(name(), "the Pi was slowed down since it was started", POWER + " " + HEAT));
    }
    return found;
  }

  /** The kernel's own sensor, which remembers that the voltage was too low. */
  private List<Finding> alarm() throws OpsException {
    for (Path sensor : Folders.in(sys.resolve("class/hwmon"))) {
      boolean isOfThePi =
          Durable.read(sensor.resolve("name"))
              .filter(n -> n.strip().equals("rpi_volt"))
              .isPresent();
      if (isOfThePi
          && Durable.read(sensor.resolve("in0_lcrit_alarm"))
              .filter(alarm -> alarm.strip().equals("1"))
              .isPresent()) {
        return List.of(Finding.urgent(name(), "the Pi gets too little voltage", POWER));
      }
    }
    return List.of();
  }

  private static Optional<Integer> hexadecimal(String text) {
    String digits = text.strip().replaceFirst("^0x", "");
    return digits.matches("[0-9a-fA-F]{1,7}")
        ? Optional.of(Integer.parseInt(digits, 16))
        : Optional.empty();
  }
}
