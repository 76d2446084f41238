package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each link between documents has a target. */
class LinksTest {
  /** A link to a file and a heading, either of which may be missing. */
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!\\w+:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");

  /** Each link from one document to another leads to a file, and to a heading of it. */
  @Test
  void eachLinkBetweenDocumentsLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      for (MatchResult link : LINK.matcher(Files.readString(document)).results().toList()) {
        Path target =
            link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1)).normalize();
        if (!Files.exists(target)
            || (link.group(2) != null && !anchors(target).contains(link.group(2)))) {
          broken.add(document + ": " + link.group());
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  /** The first page links each other page. */
  @Test
  void theRunbookNamesEachPage() throws IOException {
    String first = Files.readString(Path.of("..", Runbook.FIRST_PAGE));
    for (String page : Runbook.pages().subList(1, Runbook.pages().size())) {
      assertThat(first).contains("](" + page.substring("docs/".length()) + ")");
    }
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents =
        new ArrayList<>(
            List.of(
                Path.of("../README.md"),
                Path.of("../CONTRIBUTING.md"),
                Path.of("../CHANGELOG.md")));
    try (Stream<Path> pages = Files.walk(Path.of("../docs"))) {
      pages.filter(page -> page.toString().endsWith(".md")).forEach(documents::add);
    }
    return documents;
  }

  /** The headings of a page, as links name them. */
  private static Set<String> anchors(Path page) throws IOException {
    Set<String> anchors = new TreeSet<>();
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("#")) {
        anchors.add(
            line.replaceFirst("#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-'));
      }
    }
    return anchors;
  }
}
