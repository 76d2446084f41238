package family.garden.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The runbook: {@code docs/runbook.md} and a page for each task beside it. */
final class Runbook {
  /** The first page, as a document of the repository. */
  static final String FIRST_PAGE = "docs/runbook.md";

  private static final String TASKS = "docs/runbook";

  private Runbook() {}

  /**
   * All pages, the first one first.
   *
   * @return documents of the repository, like {@code docs/runbook/backups.md}
   */
  static List<String> pages() throws IOException {
    List<String> pages = new ArrayList<>(List.of(FIRST_PAGE));
    try (Stream<Path> tasks = Files.list(file(TASKS))) {
      tasks.map(task -> TASKS + "/" + task.getFileName()).sorted().forEach(pages::add);
    }
    return pages;
  }

  /** The text of all pages. */
  static String text() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String page : pages()) {
      text.append(Files.readString(file(page))).append('\n');
    }
    return text.toString();
  }

  /** The code blocks of all pages. A section is on one page only. */
  static List<CodeBlock> blocks() throws IOException {
    List<CodeBlock> blocks = new ArrayList<>();
    for (String page : pages()) {
      blocks.addAll(CodeBlock.in(Files.readAllLines(file(page))));
    }
    return blocks;
  }

  private static Path file(String document) {
    return Path.of("..", document);
  }
}
