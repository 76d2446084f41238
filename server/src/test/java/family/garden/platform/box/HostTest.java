package family.garden.platform.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server reads of the machine, from files as a Pi's kernel writes them. */
class HostTest {
  @TempDir private Path folder;
  private Host host;

  @SuppressWarnings("NullAway.Init")
  HostTest() {}

  @BeforeEach
  void lookThere() {
    host = new Host(folder.resolve("proc"), folder.resolve("sys"), folder);
  }

  @Test
  void readsTheMemoryThatIsAvailable() throws IOException {
    write(
        "proc/meminfo",
        "MemTotal:         437000 kB\nMemFree: 9 kB\nMemAvailable:     123456 kB\n");
    assertThat(host.memory()).contains(new Host.Room(437000L * 1024, 123456L * 1024));
  }

  @Test
  void saysNothingOfWhatTheMachineDoesNotTell() {
    assertThat(host.memory()).isEmpty();
    assertThat(host.temperature()).isEmpty();
    assertThat(host.voltage()).isEmpty();
    assertThat(host.card()).isEmpty();
  }

  @Test
  void readsTheDiskThatAFolderIsOn() {
    assertThat(host.disk())
        .hasValueSatisfying(room -> assertThat(room.free()).isBetween(1L, room.total()));
    Host nowhere = new Host(folder, folder, folder.resolve("missing"));
    assertThat(nowhere.disk()).isEmpty();
  }

  @Test
  void readsTheTemperature() throws IOException {
    write("sys/class/thermal/thermal_zone0/temp", "48312\n");
    assertThat(host.temperature()).hasValue(48.312);
  }

  @ParameterizedTest
  @CsvSource({"0, false, false", "50005, true, true", "50000, false, true", "0x1, true, false"})
  void readsTheVoltageFromTheFirmware(String bits, boolean low, boolean wasLow) throws IOException {
    write("sys/devices/platform/soc/soc:firmware/get_throttled", bits + "\n");
    assertThat(host.voltage()).contains(new Host.Voltage(low, wasLow));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true"})
  void readsTheVoltageFromTheKernelsSensor(String alarm, boolean wasLow) throws IOException {
    write("sys/class/hwmon/hwmon0/name", "cpu_thermal\n");
    write("sys/class/hwmon/hwmon2/name", "rpi_volt\n");
    write("sys/class/hwmon/hwmon2/in0_lcrit_alarm", alarm + "\n");
    assertThat(host.voltage()).contains(new Host.Voltage(false, wasLow));
  }

  @Test
  void readsWhatWasWrittenToTheCard() throws IOException {
    write("sys/block/mmcblk0/stat", "  100 2 3 4 5 6 2048 8 9 10 11 0 0 0 0 0 0\n");
    write("sys/block/mmcblk0/ro", "0\n");
    write("sys/block/mmcblk0/device/name", "SD32G\n");
    assertThat(host.card())
        .hasValueSatisfying(
            card -> {
              assertThat(card.name()).isEqualTo("SD32G");
              assertThat(card.readOnly()).isFalse();
              assertThat(card.written()).isEqualTo(2048 * 512);
              assertThat(card.wear()).isEmpty();
            });
  }

  @Test
  void readsTheWorseOfTheTwoFiguresForTheWearOfAnEmmc() throws IOException {
    write("sys/block/mmcblk0/stat", "1 2 3 4 5 6 7 8 9\n");
    write("sys/block/mmcblk0/ro", "1\n");
    write("sys/block/mmcblk0/device/life_time", "0x02 0x09\n");
    assertThat(host.card())
        .hasValueSatisfying(
            card -> {
              assertThat(card.readOnly()).isTrue();
              assertThat(card.wear()).hasValue(0.9);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rubbish", "-", "99999999999999999999", "1 2", "\u0000"})
  void believesNoNonsense(String text) throws IOException {
    for (String file :
        new String[] {
          "proc/meminfo",
          "sys/class/thermal/thermal_zone0/temp",
          "sys/devices/platform/soc/soc:firmware/get_throttled",
          "sys/block/mmcblk0/stat"
        }) {
      write(file, text);
    }
    assertThat(host.memory()).isEmpty();
    assertThat(host.temperature()).isEmpty();
    assertThat(host.voltage()).isEmpty();
    assertThat(host.card()).isEmpty();
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, text);
  }
}
