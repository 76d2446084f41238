package family.garden.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The words that people often choose as passwords. The list is read line by line whenever somebody
 * chooses a password, and not kept in memory: that happens seldom, and 10,000 words would take a
 * megabyte of the heap.
 */
final class CommonPasswords {
  private static final String LIST = "/common_passwords.txt";

  private CommonPasswords() {}

  /** Passes each word to {@code reader}, in lower case. */
  static void read(Consumer<String> reader) {
    try (InputStream list = CommonPasswords.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IllegalStateException(LIST + " is missing from the program");
      }
      new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Tried to read " + LIST, e);
    }
  }
}
