package family.garden.bench.gap;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/** The frames of HTTP/2 (RFC 9113) on a connection. */
final class Frames {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;

  static final int END_STREAM = 1;
  static final int ACK = 1;
  static final int END_HEADERS = 4;
  static final int PADDED = 8;
  static final int PRIORITY = 32;

  /** No answer here is larger, so nobody waits for room. */
  private static final int ROOM = 1 << 24;

  private final DataInputStream in;
  private final OutputStream out;
  private final ReentrantLock lock = new ReentrantLock();

  Frames(DataInputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  record Frame(int type, int flags, int stream, ByteBuffer payload) {
    boolean has(int flag) {
      return (flags & flag) != 0;
    }

    int number(int at) {
      return payload.getInt(at);
    }

    /** The payload without what stands around it. */
    byte[] content() {
      int begin = (has(PADDED) ? 1 : 0) + (type == HEADERS && has(PRIORITY) ? 5 : 0);
      int end = payload.capacity() - (has(PADDED) ? payload.get(0) & 0xff : 0);
      byte[] content = new byte[end - begin];
      payload.get(begin, content);
      return content;
    }
  }

  /** Says hello: no pushes, no table of headers, and room for whole answers. */
  void greet() throws IOException {
    ByteBuffer settings = ByteBuffer.allocate(18);
    settings.putShort((short) 1).putInt(0);
    settings.putShort((short) 2).putInt(0);
    settings.putShort((short) 4).putInt(ROOM);
    lock.lock();
    try {
      out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      write(SETTINGS, 0, 0, settings.array());
      makeRoom(ROOM);
    } finally {
      lock.unlock();
    }
  }

  /** Gives the whole connection more room. */
  void makeRoom(int bytes) throws IOException {
    write(WINDOW_UPDATE, 0, 0, ByteBuffer.allocate(4).putInt(bytes).array());
  }

  /** Both go out together, so that numbers of streams only rise. */
  void request(int stream, byte[] headers, byte[] body) throws IOException {
    lock.lock();
    try {
      write(HEADERS, END_HEADERS | (body.length == 0 ? END_STREAM : 0), stream, headers);
      if (body.length > 0) {
        write(DATA, END_STREAM, stream, body);
      }
    } finally {
      lock.unlock();
    }
  }

  void write(int type, int flags, int stream, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
    frame.putInt(payload.length << 8 | type).put((byte) flags).putInt(stream).put(payload);
    lock.lock();
    try {
      out.write(frame.array());
      out.flush();
    } finally {
      lock.unlock();
    }
  }

  /**
   * @throws EOFException at the end of the connection
   */
  Frame read() throws IOException {
    int first = in.readInt();
    int flags = in.readUnsignedByte();
    int stream = in.readInt() & 0x7fffffff;
    byte[] payload = in.readNBytes(first >>> 8);
    if (payload.length < first >>> 8) {
      throw new EOFException();
    }
    return new Frame(first & 0xff, flags, stream, ByteBuffer.wrap(payload));
  }
}
