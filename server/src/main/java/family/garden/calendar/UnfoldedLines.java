package family.garden.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a calendar as they were before they were folded (RFC 5545, section 3.1), read one by
 * one. Lines may end with CR, LF or both. Blank lines are left out: some servers write them before
 * the calendar or after every line.
 */
final class UnfoldedLines {
  /** Characters; of a longer line, which is an attachment or an attack, the rest is left out. */
  static final int LONGEST = 64_000;

  private final Reader reader;
  private @Nullable String ahead;
  private boolean begun;

  UnfoldedLines(InputStream calendar) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(calendar, 4);
    this.reader = new BufferedReader(new InputStreamReader(bytes, charset(bytes)));
    this.ahead = read();
  }

  /** UTF-16 where a mark or a first letter of two bytes says so; anything else is read as UTF-8. */
  private static Charset charset(PushbackInputStream bytes) throws IOException {
    byte[] first = bytes.readNBytes(4);
    int a = first.length > 0 ? first[0] & 0xff : 'B';
    int b = first.length > 1 ? first[1] & 0xff : 'E';
    bytes.unread(first);
    if ((a == 0xff && b == 0xfe) || b == 0) {
      return StandardCharsets.UTF_16LE;
    }
    boolean big = (a == 0xfe && b == 0xff) || a == 0;
    return big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  /** The next line; null after the last. */
  @Nullable String next() throws IOException {
    if (ahead == null) {
      return null;
    }
    StringBuilder line = new StringBuilder(ahead);
    ahead = read();
    while (ahead != null && (ahead.startsWith(" ") || ahead.startsWith("\t"))) {
      line.append(ahead, 1, Math.min(ahead.length(), LONGEST - line.length() + 1));
      ahead = read();
    }
    return line.toString();
  }

  private @Nullable String read() throws IOException {
    String line = nonEmpty();
    while (line != null && !begun) {
      line = line.replace("\ufeff", "").strip();
      begun = !line.isEmpty();
      line = begun ? line : nonEmpty();
    }
    return line;
  }

  private @Nullable String nonEmpty() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int character = reader.read(); character >= 0; character = reader.read()) {
      if (character != '\r' && character != '\n') {
        if (line.length() < LONGEST) {
          line.append((char) character);
        }
      } else if (!line.isEmpty()) {
        return line.toString();
      }
    }
    return line.isEmpty() ? null : line.toString();
  }
}
