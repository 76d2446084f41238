package family.garden.bench.gap;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * The frames of HTTP/2 (RFC 9113), as the server of a test writes and reads them: by hand, so that
 * it can break the protocol.
 */
final class Frames {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int GOAWAY = 7;

  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;

  private final DataInputStream in;
  private final OutputStream out;

  Frames(DataInputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** A frame without its payload. */
  record Frame(int type, int stream) {}

  void write(int type, int flags, int stream, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
    frame.putInt(payload.length << 8 | type).put((byte) flags).putInt(stream).put(payload);
    out.write(frame.array());
    out.flush();
  }

  /**
   * @throws EOFException at the end of the connection
   */
  Frame read() throws IOException {
    int first = in.readInt();
    in.readUnsignedByte();
    int stream = in.readInt() & 0x7fffffff;
    in.skipNBytes(first >>> 8);
    return new Frame(first & 0xff, stream);
  }
}
