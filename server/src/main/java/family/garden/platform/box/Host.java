package family.garden.platform.box;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The machine, from the files of its kernel, which a container sees too. What a machine does not
 * tell is empty.
 */
final class Host {
  private static final String FIRMWARE = "devices/platform/soc/soc:firmware/get_throttled";
  private static final int UNDER_VOLTAGE = 1;
  private static final int UNDER_VOLTAGE_BEFORE = 1 << 16;

  private final Path proc;
  private final Path sys;
  private final Path disk;

  /**
   * @param proc /proc, except in tests
   * @param sys /sys, except in tests
   * @param disk a folder on the disk to look at
   */
  Host(Path proc, Path sys, Path disk) {
    this.proc = proc;
    this.sys = sys;
    this.disk = disk;
  }

  /** So much of so much; in bytes. */
  record Room(long total, long free) {}

  /**
   * The voltage of a Raspberry Pi.
   *
   * @param low whether it is too low now
   * @param wasLow whether it was since the start
   */
  record Voltage(boolean low, boolean wasLow) {}

  /**
   * A card or its like.
   *
   * @param written bytes since the start
   * @param wear the share of its life that is used up, 0 to 1.1 in steps of 0.1; empty where the
   *     card does not tell, as most SD cards
   */
  record Card(String name, boolean readOnly, long written, OptionalDouble wear) {}

  /** Memory that programs could use without swapping. */
  Optional<Room> memory() {
    return read(proc.resolve("meminfo"))
        .flatMap(
            text -> {
              OptionalLong total = kilobytes(text, "MemTotal");
              OptionalLong free = kilobytes(text, "MemAvailable");
              return total.isEmpty() || free.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new Room(total.getAsLong(), free.getAsLong()));
            });
  }

  private static OptionalLong kilobytes(String text, String name) {
    Matcher found =
        Pattern.compile("^" + name + ":\\s+(\\d{1,12}) kB$", Pattern.MULTILINE).matcher(text);
    return found.find()
        ? OptionalLong.of(Long.parseLong(found.group(1)) * 1024)
        : OptionalLong.empty();
  }

  /** The disk that the containers are on. */
  Optional<Room> disk() {
    try {
      FileStore store = Files.getFileStore(disk);
      return Optional.of(new Room(store.getTotalSpace(), store.getUsableSpace()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The temperature of the processor in degrees Celsius. */
  OptionalDouble temperature() {
    return number(sys.resolve("class/thermal/thermal_zone0/temp"), 10)
        .map(thousandths -> OptionalDouble.of(thousandths / 1000.0))
        .orElse(OptionalDouble.empty());
  }

  /** Empty on a machine that is no Raspberry Pi. */
  Optional<Voltage> voltage() {
    Optional<Voltage> ofFirmware =
        number(sys.resolve(FIRMWARE), 16)
            .map(
                bits ->
                    new Voltage((bits & UNDER_VOLTAGE) != 0, (bits & UNDER_VOLTAGE_BEFORE) != 0));
    return ofFirmware.or(this::alarm);
  }

  /** The kernel's own sensor, which remembers that the voltage was too low. */
  private Optional<Voltage> alarm() {
    for (int i = 0; i < 10; i++) {
      Path sensor = sys.resolve("class/hwmon/hwmon" + i);
      if (read(sensor.resolve("name")).filter("rpi_volt"::equals).isPresent()) {
        return number(sensor.resolve("in0_lcrit_alarm"), 10)
            .map(alarm -> new Voltage(false, alarm == 1));
      }
    }
    return Optional.empty();
  }

  /** The first memory card; empty on a machine with another kind of disk. */
  Optional<Card> card() {
    Path card = sys.resolve("block/mmcblk0");
    return read(card.resolve("stat"))
        .map(text -> text.split("\\s+"))
        .filter(fields -> fields.length > 6 && fields[6].matches("\\d{1,15}"))
        .map(
            fields ->
                new Card(
                    read(card.resolve("device/name"))
                        .filter(name -> name.matches("[\\x20-\\x7e]{1,20}"))
                        .orElse("mmcblk0"),
                    number(card.resolve("ro"), 10).filter(flag -> flag == 1).isPresent(),
                    Long.parseLong(fields[6]) * 512,
                    wear(card)));
  }

  /** The worse of the two figures that an eMMC gives (JEDEC 84-B51): 0x01 is 0 to 10 %. */
  private static OptionalDouble wear(Path card) {
    return read(card.resolve("device/life_time"))
        .filter(text -> text.matches("0x[0-9a-f]{2} 0x[0-9a-f]{2}"))
        .map(
            text ->
                Math.max(
                    Integer.parseInt(text.substring(2, 4), 16),
                    Integer.parseInt(text.substring(7, 9), 16)))
        .filter(tenths -> tenths > 0)
        .map(tenths -> OptionalDouble.of(Math.min(tenths, 11) / 10.0))
        .orElse(OptionalDouble.empty());
  }

  private static Optional<Long> number(Path file, int radix) {
    return read(file)
        .map(text -> text.replaceFirst("^0x", ""))
        .filter(text -> text.matches("-?[0-9a-fA-F]{1,9}"))
        .flatMap(
            text -> {
              try {
                return Optional.of(Long.parseLong(text, radix));
              } catch (NumberFormatException e) {
                return Optional.empty();
              }
            });
  }

  /** What is in a small file, without the white space around it. */
  private static Optional<String> read(Path file) {
    return SmallFile.read(file).map(String::strip);
  }
}
