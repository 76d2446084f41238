package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No name has a word that the glossary has replaced. */
class VocabularyTest {
  private static final Path ROOT = Path.of("..");
  private static final Path GLOSSARY = ROOT.resolve("docs/glossary.md");

  /** Names that have an old word and are still to change; the file says how it is read. */
  private static final Path TO_CHANGE = Path.of("src/test/resources/names-to-change.txt");

  /**
   * A longer name, such as that of a test, is a sentence, where a word has its ordinary meaning.
   */
  private static final int MOST_WORDS = 3;

  private static final Set<String> NOT_OURS =
      Set.of(
          "target",
          "node_modules",
          "out",
          "data",
          "LICENSE",
          "mvnw",
          "package-lock.json",
          "VocabularyTest.java");

  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\|.*$");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /**
   * A word that names no longer have. In capitals it is a whole name, because in other names it has
   * its ordinary meaning.
   *
   * @param now what to write in its place
   * @param stays the names in which it stays, each with {@code *} for any characters
   */
  private record OldWord(String word, String now, List<Pattern> stays) {
    boolean isIn(String name) {
      return isIn(name, Names.words(name));
    }

    boolean isIn(String name, List<String> words) {
      boolean has =
          Character.isUpperCase(word.charAt(0))
              ? name.equals(word)
              : words.size() <= MOST_WORDS
                  && Collections.indexOfSubList(words, List.of(word.split(" ", -1))) >= 0;
      return has && stays.stream().noneMatch(pattern -> pattern.matcher(name).matches());
    }
  }

  @Test
  void noNameHasAnOldWord() throws IOException {
    List<OldWord> oldWords = oldWords();
    assertThat(oldWords).hasSizeGreaterThan(40);
    List<String> toChange = Files.readAllLines(TO_CHANGE);
    List<String> found = new ArrayList<>();
    names()
        .forEach(
            (name, files) -> {
              List<String> words = Names.words(name);
              oldWords.stream()
                  .filter(old -> old.isIn(name, words))
                  .forEach(
                      old ->
                          files.stream()
                              .filter(file -> !isListed(toChange, file, name))
                              .map(
                                  file ->
                                      "%s: %s has \"%s\", which is now: %s"
                                          .formatted(file, name, old.word(), old.now()))
                              .forEach(found::add));
            });
    assertThat(found)
        .as("Rename it, or say at the end of docs/glossary.md why the word stays in it")
        .isEmpty();
  }

  @Test
  void findsTheNamesOfEachKindOfFile() {
    assertThat(Names.in("A.java", "/* told */ int askedFor(\"kept\", \"a left shelf\");"))
        .containsExactly("askedFor", "int", "kept");
    assertThat(Names.in("a.yaml", "off-box: taken # said\n- door: x"))
        .containsExactly("door", "off-box");
    assertThat(Names.in("run", "shelf=1\nside() { echo \"no news $kept\" --knock; } # trip"))
        .containsExactly("kept", "knock", "shelf", "side");
    assertThat(Names.in("a.sql", "SELECT seen FROM t -- told\nWHERE a = 'left'"))
        .contains("seen")
        .doesNotContain("told", "left");
  }

  @Test
  void knowsAWordInANameFromASentence() {
    OldWord told = new OldWord("told", "reported", List.of());
    assertThat(told.isIn("isTold")).isTrue();
    assertThat(told.isIn("all_told")).isTrue();
    assertThat(told.isIn("stolid")).isFalse();
    assertThat(told.isIn("isToldWhoeverAsksForIt")).isFalse();
    OldWord offBox = new OldWord("off box", "remote copy", List.of());
    assertThat(offBox.isIn("offBox")).isTrue();
    assertThat(offBox.isIn("boxOff")).isFalse();
    OldWord part = new OldWord("Part", "backing service", List.of());
    assertThat(part.isIn("Part")).isTrue();
    assertThat(part.isIn("part")).isFalse();
  }

  private static boolean isListed(List<String> lines, String file, String name) {
    return lines.stream()
        .map(line -> line.split(" ", -1))
        .anyMatch(
            line ->
                line.length == 2
                    && line[1].equals(name)
                    && (line[0].equals("*") || file.startsWith(line[0])));
  }

  private static List<OldWord> oldWords() throws IOException {
    String[] sections = Files.readString(GLOSSARY).split("(?m)^## ", -1);
    Map<String, List<Pattern>> stays = new HashMap<>();
    rows(sections, "Old words that stay in names")
        .forEach((words, names) -> each(words, word -> stays.put(word, globs(names))));
    List<OldWord> oldWords = new ArrayList<>();
    rows(sections, "Old words\n")
        .forEach(
            (words, now) ->
                each(
                    words,
                    word ->
                        oldWords.add(new OldWord(word, now, stays.getOrDefault(word, List.of())))));
    return oldWords;
  }

  private static void each(String words, Consumer<String> action) {
    Stream.of(words.split(", ", -1)).forEach(action);
  }

  private static Map<String, String> rows(String[] sections, String title) {
    Map<String, String> rows = new TreeMap<>();
    Stream.of(sections)
        .filter(section -> section.startsWith(title))
        .flatMap(section -> ROW.matcher(section).results())
        .skip(1)
        .forEach(row -> rows.put(row.group(1), row.group(2)));
    return rows;
  }

  private static List<Pattern> globs(String names) {
    return QUOTED
        .matcher(names)
        .results()
        .map(name -> Pattern.compile("\\Q" + name.group(1).replace("*", "\\E.*\\Q") + "\\E"))
        .toList();
  }

  /** The names in all files of the project, each with the paths of its files. */
  private static Map<String, Set<String>> names() throws IOException {
    Map<String, Set<String>> names = new TreeMap<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean isHidden = name.startsWith(".") && !folder.equals(ROOT);
            return isHidden || NOT_OURS.contains(name)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!NOT_OURS.contains(file.getFileName().toString())) {
              String path = ROOT.relativize(file).toString();
              Set<String> all = Names.in(path, text(file));
              all.add(file.getFileName().toString());
              all.forEach(name -> names.computeIfAbsent(name, _ -> new TreeSet<>()).add(path));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return names;
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      return ""; // A picture, or a calendar in an old character set.
    }
  }
}
