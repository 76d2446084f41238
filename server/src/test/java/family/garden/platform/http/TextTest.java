package family.garden.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TextTest {
  private static final Pattern USED = Pattern.compile("Text\\.of\\(\\s*\"([a-zA-Z.]+)\"");

  @Test
  void both_languages_say_the_same_things() throws IOException {
    assertThat(texts("de").stringPropertyNames()).isEqualTo(texts("en").stringPropertyNames());
  }

  @Test
  void both_languages_use_the_same_facts() throws IOException {
    Properties german = texts("de");
    Properties english = texts("en");
    for (String key : german.stringPropertyNames()) {
      int mostGerman =
          new MessageFormat(german.getProperty(key)).getFormatsByArgumentIndex().length;
      int mostEnglish =
          new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex().length;
      assertThat(mostEnglish).as(key).isEqualTo(mostGerman);
    }
  }

  @Test
  void every_sentence_that_the_code_asks_for_was_written() throws IOException {
    Set<String> written = new TreeSet<>(texts("de").stringPropertyNames());
    List<String> missing = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher used = USED.matcher(Files.readString(source));
        while (used.find()) {
          // A key that ends in a dot is completed with the name of a state.
          String key = used.group(1);
          boolean there =
              key.endsWith(".")
                  ? written.stream().anyMatch(other -> other.startsWith(key))
                  : written.contains(key);
          if (!there) {
            missing.add(key);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void dates_and_numbers_are_written_as_people_write_them() {
    LocalDate day = LocalDate.parse("2027-01-15");

    assertThat(Text.of("nights.past", day).in(Language.GERMAN)).contains("Fr 15. Jan. 2027");
    assertThat(Text.of("nights.past", day).in(Language.ENGLISH)).contains("Fri 15 Jan 2027");
    assertThat(Text.of("refused.tooMany", 1).in(Language.GERMAN)).endsWith("1 Minute.");
    assertThat(Text.of("refused.tooMany", 12).in(Language.ENGLISH)).endsWith("12 minutes.");
    assertThat(Text.of("field.number", 1, 65535).in(Language.GERMAN)).contains("65535");
  }

  @Test
  void german_unless_english_is_asked_for() {
    assertThat(Language.accepted(null)).isEqualTo(Language.GERMAN);
    assertThat(Language.accepted("en-GB,en;q=0.9,de;q=0.5")).isEqualTo(Language.ENGLISH);
    assertThat(Language.accepted("fr, de;q=0.8, en;q=0.5")).isEqualTo(Language.GERMAN);
    assertThat(Language.accepted("fr")).isEqualTo(Language.GERMAN);
    assertThat(Language.accepted("';--")).isEqualTo(Language.GERMAN);
  }

  private static Properties texts(String language) throws IOException {
    Properties texts = new Properties();
    Path file = Path.of("src/main/resources/texts_" + language + ".properties");
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
