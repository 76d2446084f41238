package family.garden.stack;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * An SNTP server (RFC 5905) for the emulated Pi, which reaches this machine's 127.0.0.1 as
 * 10.0.2.2.
 */
final class TimeServer implements AutoCloseable {
  /** Seconds from 1900, which NTP counts from, to 1970. */
  private static final long FROM_1900 = 2_208_988_800L;

  private static final int PORT = 123;
  private static final int LENGTH = 48;

  private final DatagramSocket socket;

  private TimeServer(DatagramSocket socket) {
    this.socket = socket;
  }

  static TimeServer start() {
    try {
      TimeServer server =
          new TimeServer(new DatagramSocket(PORT, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().name("time server").start(server::answer);
      return server;
    } catch (SocketException e) {
      throw new AssertionError("Tried to listen at UDP " + PORT + ", failed: " + e.getMessage(), e);
    }
  }

  private void answer() {
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(new byte[LENGTH], LENGTH);
        socket.receive(packet);
        packet.setData(answer(ByteBuffer.wrap(packet.getData())));
        socket.send(packet);
      }
    } catch (IOException closed) {
      // close() ends it.
    }
  }

  private static byte[] answer(ByteBuffer question) {
    long sent = question.getLong(LENGTH - Long.BYTES);
    long now = timestamp(Instant.now());
    return ByteBuffer.allocate(LENGTH)
        .put((byte) (4 << 3 | 4)) // version 4, from a server
        .put((byte) 1) // has its time from a clock
        .put((byte) 6)
        .put((byte) -20) // precise to a microsecond
        .putLong(0) // no delay, no error
        .putInt(0x4C4F434C) // LOCL
        .putLong(now)
        .putLong(sent)
        .putLong(now)
        .putLong(now)
        .array();
  }

  private static long timestamp(Instant instant) {
    return (instant.getEpochSecond() + FROM_1900) << 32
        | (((long) instant.getNano()) << 32) / 1_000_000_000;
  }

  @Override
  public void close() {
    socket.close();
  }
}
