package family.garden.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zone of the machine must not matter: each zone has a Java of its own. */
final class CalendarCasesTest {
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Pacific/Auckland"})
  void every_case_is_right_wherever_the_machine_stands(String zone) throws Exception {
    Map<String, String> read = readIn(zone);
    assertThat(read).hasSameSizeAs(CalendarCases.names());
    assertThat(CalendarCases.names())
        .allSatisfy(
            name -> {
              String nights = read.getOrDefault(name, "nothing");
              String skips = nights.endsWith(" reported") ? "reported" : nights;
              assertThat(CalendarCases.right(name))
                  .as(name)
                  .containsAnyOf(nights.replace(" reported", ""), skips);
            });
  }

  private static Map<String, String> readIn(String zone) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                List.of(
                    java, "-Duser.timezone=" + zone, "-cp", classes, CalendarCases.class.getName()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    Map<String, String> read = new HashMap<>();
    output.lines().map(line -> line.split("\t", -1)).forEach(parts -> read.put(parts[0], parts[1]));
    return read;
  }
}
