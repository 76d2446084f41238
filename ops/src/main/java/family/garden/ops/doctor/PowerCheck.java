package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a Raspberry Pi gets enough power and stays cool; nothing on another machine. Too little
 * power damages what is being written to the card.
 */
final class PowerCheck implements StackCheck {
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
  public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
    Optional<Integer> bits = Durable.read(sys.resolve(FIRMWARE)).flatMap(PowerCheck::hexadecimal);
    if (bits.isPresent()) {
      judge(bits.get(), found);
    } else if (isAlarmed()) {
      found.urgent("the Pi gets too little voltage", POWER);
    }
  }

  private static void judge(int bits, Findings found) {
    if ((bits & UNDER_VOLTAGE) != 0) {
      found.urgent("the Pi gets too little voltage", POWER);
    } else if ((bits & UNDER_VOLTAGE_BEFORE) != 0) {
      found.hint("the Pi got too little voltage since it was started", POWER);
    }
    if ((bits & THROTTLED) != 0) {
      found.urgent("the Pi is slowed down", POWER + " " + HEAT);
    } else if ((bits & THROTTLED_BEFORE) != 0) {
      found.hint("the Pi was slowed down since it was started", POWER + " " + HEAT);
    }
  }

  /** The kernel's own sensor, which remembers that the voltage was too low. */
  private boolean isAlarmed() throws OpsException {
    for (Path sensor : Folders.in(sys.resolve("class/hwmon"))) {
      boolean isOfThePi =
          Durable.read(sensor.resolve("name"))
              .filter(n -> n.strip().equals("rpi_volt"))
              .isPresent();
      if (isOfThePi
          && Durable.read(sensor.resolve("in0_lcrit_alarm"))
              .filter(alarm -> alarm.strip().equals("1"))
              .isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Integer> hexadecimal(String text) {
    String digits = text.strip().replaceFirst("^0x", "");
    return digits.matches("[0-9a-fA-F]{1,7}")
        ? Optional.of(Integer.parseInt(digits, 16))
        : Optional.empty();
  }
}
