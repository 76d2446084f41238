package family.garden.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same series as Python's recurring-ical-events reads them. It needs a Python with the package:
 * {@code -Dbooking.python=path/to/python}.
 */
final class PythonDifferenceTest {
  private static final String PYTHON = System.getProperty("booking.python", "python3");

  @TempDir private static Path folder;

  @Test
  void both_read_the_same_nights() throws Exception {
    assumeTrue(hasPackage(), PYTHON + " has no recurring-ical-events");
    for (long number = 0; number < Long.getLong("booking.series", 300); number++) {
      Files.writeString(
          folder.resolve(number + ".ics"),
          SeriesDifferenceTest.forOthers(GeneratedSeries.calendar(number)));
    }
    List<String> differences = new ArrayList<>();
    for (String line : read()) {
      List<String> parts = Arrays.asList(line.split(" ", -1));
      String calendar = GeneratedSeries.calendar(Long.parseLong(parts.getFirst()));
      Set<String> ours =
          SeriesDifferenceTest.ours(calendar).stream()
              .map(LocalDate::toString)
              .collect(Collectors.toSet());
      if (!ours.equals(Set.copyOf(parts.subList(1, parts.size())))) {
        differences.add(line + "\n" + calendar + "ours " + ours);
      }
    }
    assertThat(differences).isEmpty();
  }

  private static boolean hasPackage() throws InterruptedException {
    try {
      return new ProcessBuilder(PYTHON, "-c", "import recurring_ical_events")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> read() throws Exception {
    Path script =
        Path.of(PythonDifferenceTest.class.getResource("/calendars/recurring.py").toURI());
    Process process =
        new ProcessBuilder(
                PYTHON,
                script.toString(),
                folder.toString(),
                SeriesDifferenceTest.WINDOW.start().toString(),
                SeriesDifferenceTest.WINDOW.end().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.lines().toList();
  }
}
