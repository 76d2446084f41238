package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each code block says whether a test runs it, and a block that says so is run. */
class DocumentsTest {
  private static final String FINDINGS = "docs/runbook/trouble.md";
  private static final String ATTACKS = "docs/security.md";

  /** A test writes this page and compares each of its blocks. */
  private static final String SCREENS = "docs/bookingctl.md";

  private static final Pattern TEST_NAME = Pattern.compile("`(\\w+(?:Test|IT))`");

  /** Number, attack, tests and open points. */
  private static final Pattern POINT =
      Pattern.compile("\\| (\\d+) \\|[^|]+\\|([^|]*)\\|([^|]*)\\|");

  @ParameterizedTest
  @MethodSource("documents")
  void everyBlockIsRunOrSaysWhyNot(String document) throws IOException {
    List<String> faults = faults(lines(document), document.startsWith("docs/runbook"));
    assertThat(faults)
        .as("Mark it \"sh box\", \"sh laptop\" or \"text output\", or say <!-- not run: why -->")
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void noBlockIsMadeByIndentation(String document) throws IOException {
    List<String> lines = lines(document);
    for (int at = 1; at < lines.size(); at++) {
      if (lines.get(at - 1).isBlank() && lines.get(at).startsWith("    ")) {
        assertThat(lines.get(at)).as("%s:%d: fence it with ```", document, at + 1).isBlank();
      }
    }
  }

  @Test
  void findsABlockThatDoesNotSay() {
    assertThat(faults(List.of("## A new box", "```sh box", "true", "```"), true)).isEmpty();
    assertThat(faults(List.of("<!-- not run: slow -->", "```", "x", "```"), true)).isEmpty();
    assertThat(faults(List.of("```sh", "x", "```"), true)).hasSize(1);
    assertThat(faults(List.of("<!-- not run: slow -->", "", "```sh", "x", "```"), true)).hasSize(1);
    assertThat(faults(List.of("## Elsewhere", "```sh box", "x", "```"), true)).hasSize(1);
    assertThat(faults(List.of("## A new box", "```sh box", "x", "```"), false)).hasSize(1);
    assertThat(faults(List.of("## A new box", "```text output", "x", "```"), true)).hasSize(1);
  }

  /** The tests find blocks by the heading of their section, so headings are unique. */
  @Test
  void eachSectionOfTheRunbookIsOnOnePage() throws IOException {
    List<String> sections = new ArrayList<>();
    for (String page : Runbook.pages()) {
      lines(page).stream().filter(line -> line.startsWith("## ")).forEach(sections::add);
    }
    assertThat(sections)
        .doesNotHaveDuplicates()
        .containsAll(
            Stream.concat(LongWays.WALKED.stream(), EveryWayIT.WALKED.stream())
                .map(section -> "## " + section)
                .toList());
  }

  /** The runbook documents each setting. */
  @Test
  void theRunbookHasEachSetting() throws IOException {
    Pattern name = Pattern.compile("\"(BOOKING_[A-Z_]+)\"");
    Set<String> names = new TreeSet<>();
    try (DirectoryStream<Path> sources =
        Files.newDirectoryStream(Path.of("../ops/src/main/java/family/garden/ops/config"))) {
      for (Path source : sources) {
        name.matcher(Files.readString(source)).results().forEach(one -> names.add(one.group(1)));
      }
    }
    assertThat(names).contains("BOOKING_BAKE");
    String runbook = Runbook.text();
    assertThat(names).allSatisfy(each -> assertThat(runbook).containsPattern("\\b" + each + "\\b"));
  }

  /** The runbook has a row for each finding, which a keeper looks up by its name. */
  @Test
  void theRunbookHasEachFinding() throws IOException {
    Path doctor = Path.of("../ops/src/main/java/family/garden/ops/doctor/Doctor.java");
    List<String> names =
        Pattern.compile("new Named\\(\"([a-z-]+)\",")
            .matcher(Files.readString(doctor))
            .results()
            .map(check -> check.group(1))
            .toList();
    assertThat(names).hasSizeGreaterThan(20);
    List<String> rows =
        Pattern.compile("^\\| ([a-z-]+) \\|", Pattern.MULTILINE)
            .matcher(String.join("\n", lines(FINDINGS)))
            .results()
            .map(row -> row.group(1))
            .toList();
    assertThat(rows).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void readsABlockAsItIsWritten() {
    List<CodeBlock> blocks =
        CodeBlock.in(
            List.of("## A new box", "1. Do:", "   ```sh box", "   a \\", "     b", "", "   ```"));
    assertThat(blocks).hasSize(1);
    assertThat(blocks.getFirst().text()).isEqualTo("a \\\n  b\n\n");
    assertThat(blocks.getFirst().section()).isEqualTo("A new box");
    CodeBlock output = CodeBlock.in(List.of("```text output", "took … s (.)", "```")).getFirst();
    assertThat(output.expected().matcher("it\ntook 12.5 s (.)\nand").find()).isTrue();
    assertThat(output.expected().matcher("took 1\n2 s (.)\n").find()).isFalse();
  }

  /** Each test that the page on attacks names exists. */
  @Test
  void theTestsOfThePageOnAttacksExist() throws IOException {
    Set<String> named = new TreeSet<>();
    Matcher name = TEST_NAME.matcher(String.join("\n", lines(ATTACKS)));
    while (name.find()) {
      named.add(name.group(1));
    }
    Set<String> there = new TreeSet<>();
    for (String module : List.of("bench", "e2e", "ops", "server", "stack")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test"))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(".java"))
            .forEach(file -> there.add(file.substring(0, file.length() - ".java".length())));
      }
    }
    assertThat(named).hasSizeGreaterThan(40).isSubsetOf(there);
  }

  /** Each of the 29 points has a row, and each row has a test or says why there is none. */
  @Test
  void thePageOnAttacksHasEveryPoint() throws IOException {
    Set<Integer> points = new TreeSet<>();
    for (String line : lines(ATTACKS)) {
      Matcher row = POINT.matcher(line);
      if (row.matches()) {
        points.add(Integer.valueOf(row.group(1)));
        assertThat(row.group(2) + row.group(3)).as(line).isNotBlank();
      }
    }
    assertThat(points).containsExactlyElementsOf(IntStream.rangeClosed(1, 29).boxed().toList());
  }

  private static List<String> documents() throws IOException {
    List<String> documents = new ArrayList<>(List.of("README.md", "CONTRIBUTING.md"));
    documents.addAll(Runbook.pages());
    try (Stream<Path> pages = Files.list(Path.of("../docs"))) {
      pages
          .map(page -> "docs/" + page.getFileName())
          .filter(page -> page.endsWith(".md") && !documents.contains(page))
          .filter(page -> !page.equals(SCREENS))
          .sorted()
          .forEach(documents::add);
    }
    return documents;
  }

  private static List<String> faults(List<String> lines, boolean isWalked) {
    List<String> faults = new ArrayList<>();
    boolean wasRun = false;
    for (CodeBlock block : CodeBlock.in(lines)) {
      boolean isRun =
          block.isRun()
              && isWalked
              && (LongWays.WALKED.contains(block.section())
                  || EveryWayIT.WALKED.contains(block.section()));
      boolean fits = block.isOutput() ? wasRun : isRun;
      if (!fits && block.reason().isEmpty()) {
        faults.add("line " + block.line() + ": " + block.info());
      }
      wasRun = isRun;
    }
    return faults;
  }

  private static List<String> lines(String document) throws IOException {
    return Files.readAllLines(Path.of("..", document));
  }
}
