package family.garden.calendar;

import family.garden.calendar.CalendarException.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses the body of a response. The limit holds for the compressed and for the decompressed
 * body.
 */
final class Unpacking {
  private Unpacking() {}

  /**
   * @param encoding the header Content-Encoding; null where there is none
   * @throws CalendarException if it is packed in a way that was not asked for
   */
  static InputStream of(InputStream body, @Nullable String encoding, long mostBytes)
      throws IOException, CalendarException {
    String packed = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
    InputStream limited = new Limited(body, mostBytes);
    return switch (packed) {
      case "", "identity" -> limited;
      case "gzip", "x-gzip" -> new Limited(new GZIPInputStream(limited), mostBytes);
      case "deflate" -> new Limited(inflated(limited), mostBytes);
      default -> throw CalendarException.of(Kind.UNREADABLE);
    };
  }

  /** With the header of zlib, as the standard says, or without, as some servers do it. */
  private static InputStream inflated(InputStream body) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(body, 2);
    byte[] first = bytes.readNBytes(2);
    bytes.unread(first);
    boolean zlib =
        first.length == 2
            && (first[0] & 0x0f) == 8
            && (((first[0] & 0xff) << 8) | (first[1] & 0xff)) % 31 == 0;
    return new InflaterInputStream(bytes, new Inflater(!zlib));
  }

  private static final class Limited extends FilterInputStream {
    private long remaining;

    Limited(InputStream in, long most) {
      super(in);
      this.remaining = most;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      spend(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      spend(Math.max(0, count));
      return count;
    }

    private void spend(int count) throws IOException {
      remaining -= count;
      if (remaining < 0) {
        throw new BrokenBody(CalendarException.of(Kind.TOO_LARGE));
      }
    }
  }
}
