package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each decision has a number of its own, a status and a date, and a row in the list of them. */
class DecisionsTest {
  private static final Path FOLDER = Path.of("../docs/decisions");

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void saysItsStatusAndItsDate(Path page) throws IOException {
    List<String> lines = Files.readAllLines(page);
    assertThat(lines.get(0)).startsWith("# " + number(page) + ": ");
    assertThat(lines.get(2)).matches("- Status: (accepted|superseded by \\[\\d{4}]\\(.+\\))");
    assertThat(lines.get(3)).matches("- Date: 20\\d\\d-\\d\\d-\\d\\d");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isListedWithItsDate(Path page) throws IOException {
    String date = Files.readAllLines(page).get(3).replace("- Date: ", "");
    String begin = "| [" + number(page) + "](" + page.getFileName() + ") | ";
    assertThat(Files.readAllLines(FOLDER.resolve("README.md")))
        .filteredOn(line -> line.startsWith(begin) && line.endsWith(" | " + date + " |"))
        .hasSize(1);
  }

  @Test
  void noTwoHaveTheSameNumber() throws IOException {
    assertThat(pages().stream().map(DecisionsTest::number)).doesNotHaveDuplicates();
  }

  private static String number(Path page) {
    return page.getFileName().toString().substring(0, 4);
  }
}
