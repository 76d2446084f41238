package family.garden.calendar;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a calendar as they were before they were folded (RFC 5545, section 3.1). */
final class UnfoldedLines {
  /** Characters; of a longer line, which is an attachment or an attack, the rest is left out. */
  static final int LONGEST = 20_000;

  private final BufferedReader reader;
  private @Nullable String ahead;

  UnfoldedLines(byte[] calendar) {
    this.reader =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(calendar), StandardCharsets.UTF_8));
    String first = read();
    this.ahead = first == null ? null : first.replaceFirst("^\ufeff", "");
  }

  /** The next line; null after the last. */
  @Nullable String next() {
    if (ahead == null) {
      return null;
    }
    StringBuilder line = new StringBuilder(ahead);
    ahead = read();
    while (ahead != null && (ahead.startsWith(" ") || ahead.startsWith("\t"))) {
      line.append(ahead, 1, ahead.length());
      line.setLength(Math.min(line.length(), LONGEST));
      ahead = read();
    }
    return line.toString();
  }

  private @Nullable String read() {
    try {
      String line = reader.readLine();
      return line == null ? null : line.substring(0, Math.min(line.length(), LONGEST));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory could not be read", e);
    }
  }
}
