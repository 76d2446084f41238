package family.garden.bench.gap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * As much of RFC 7541 as is needed: headers are sent as they are, and of an answer only the status
 * is read, which stands first.
 */
final class Hpack {
  private static final int STATUS_NAME = 8;
  private static final int[] STATUSES = {200, 204, 206, 304, 400, 404, 500};

  private Hpack() {}

  /** A header that is kept in no table. */
  static void write(ByteArrayOutputStream block, String name, String value) {
    block.write(0);
    writeText(block, name);
    writeText(block, value);
  }

  private static void writeText(ByteArrayOutputStream block, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int left = bytes.length;
    if (left < 127) {
      block.write(left);
    } else {
      block.write(127);
      for (left -= 127; left >= 128; left /= 128) {
        block.write(left % 128 + 128);
      }
      block.write(left);
    }
    block.writeBytes(bytes);
  }

  /**
   * The status of an answer.
   *
   * @throws IOException if it is told in a way that nginx does not use
   */
  static int status(byte[] block) throws IOException {
    int at = 0;
    // The size of the table, which may stand in front, is 0 as we asked.
    while (at < block.length && (block[at] & 0xe0) == 0x20) {
      at++;
    }
    if (at >= block.length) {
      throw new IOException("an answer without a status");
    }
    int first = block[at] & 0xff;
    int known = (first & 0x7f) - STATUS_NAME;
    if (first >= 0x80 && known >= 0 && known < STATUSES.length) {
      return STATUSES[known];
    }
    boolean named = first < 0x80 && (first & (first >= 0x40 ? 0x3f : 0x0f)) == STATUS_NAME;
    if (named && at + 5 <= block.length && block[at + 1] == 3) {
      return Integer.parseInt(new String(block, at + 2, 3, StandardCharsets.US_ASCII));
    }
    throw new IOException("a status told in an unknown way");
  }
}
