package family.garden.bench.gap;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** HTTP/2 by hand: many requests at once on one connection, none of them sent again. */
final class HttpTwo implements Connection {
  private static final int MAKE_ROOM_AT = 1 << 20;

  private static final class Stream {
    final Exchange exchange;
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    int status;

    Stream(Exchange exchange) {
      this.exchange = exchange;
    }
  }

  private final SSLSocket socket;
  private final Frames frames;
  private final String authority;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Integer, Stream> streams = new HashMap<>();
  private int next = 1;
  private boolean ended;

  HttpTwo(Connector connector) throws RequestFailure {
    socket = connector.open("h2", false);
    authority = connector.authority();
    try {
      frames =
          new Frames(
              new DataInputStream(new BufferedInputStream(socket.getInputStream(), 16 * 1024)),
              socket.getOutputStream());
      frames.greet();
    } catch (IOException e) {
      Connector.shut(socket);
      throw new RequestFailure(FailureKind.TLS, "greeting: " + e.getMessage());
    }
    Thread.ofVirtual().start(this::listen);
  }

  @Override
  public Response send(Request request, Map<String, String> headers) throws RequestFailure, Gone {
    Exchange exchange = new Exchange(request);
    int number;
    lock.lock();
    try {
      if (ended) {
        throw new Gone();
      }
      number = next;
      next += 2;
      streams.put(number, new Stream(exchange));
      frames.request(number, head(request, headers), request.bytes());
    } catch (IOException e) {
      exchange.fail(FailureKind.RESET, "sending: " + e.getMessage());
      ended = true;
    } finally {
      lock.unlock();
    }
    return exchange.await();
  }

  private byte[] head(Request request, Map<String, String> headers) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    Hpack.write(head, ":method", request.method());
    Hpack.write(head, ":scheme", "https");
    Hpack.write(head, ":authority", authority);
    Hpack.write(head, ":path", request.path());
    headers.forEach((name, value) -> Hpack.write(head, name, value));
    return head.toByteArray();
  }

  private void listen() {
    int read = 0;
    try {
      while (true) {
        Frames.Frame frame = frames.read();
        take(frame);
        read += frame.type() == Frames.DATA ? frame.payload().capacity() : 0;
        if (read >= MAKE_ROOM_AT) {
          frames.makeRoom(read);
          read = 0;
        }
      }
    } catch (EOFException e) {
      end(FailureKind.CLOSED, "closed in place of an answer");
    } catch (IOException e) {
      end(FailureKind.RESET, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      end(FailureKind.PROTOCOL, e.toString());
    }
  }

  private void take(Frames.Frame frame) throws IOException {
    switch (frame.type()) {
      case Frames.HEADERS -> head(frame);
      case Frames.DATA -> data(frame);
      case Frames.RST_STREAM -> {
        Stream reset = remove(frame.stream());
        if (reset != null) {
          reset.exchange.fail(FailureKind.RESET, "stream reset with " + frame.number(0));
        }
      }
      case Frames.GOAWAY -> leave(frame.number(0) & 0x7fffffff);
      case Frames.SETTINGS, Frames.PING -> acknowledge(frame);
      default -> {
        // Priorities and room for what we send, which is little.
      }
    }
  }

  private void acknowledge(Frames.Frame frame) throws IOException {
    if (!frame.has(Frames.ACK)) {
      byte[] same = frame.type() == Frames.PING ? frame.payload().array() : new byte[0];
      frames.write(frame.type(), Frames.ACK, 0, same);
    }
  }

  private void head(Frames.Frame frame) throws IOException {
    Stream stream = stream(frame.stream());
    if (stream != null) {
      stream.exchange.begun = true;
      stream.status = Hpack.status(frame.content());
      endWith(frame, stream);
    }
  }

  private void data(Frames.Frame frame) {
    Stream stream = stream(frame.stream());
    if (stream != null) {
      stream.body.writeBytes(frame.content());
      endWith(frame, stream);
    }
  }

  private void endWith(Frames.Frame frame, Stream stream) {
    if (frame.has(Frames.END_STREAM)) {
      remove(frame.stream());
      stream.exchange.end(
          new Response(stream.status, stream.body.toString(StandardCharsets.UTF_8)));
    }
  }

  private @Nullable Stream stream(int number) {
    lock.lock();
    try {
      return streams.get(number);
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Stream remove(int number) {
    lock.lock();
    try {
      return streams.remove(number);
    } finally {
      lock.unlock();
    }
  }

  /** The other side answers up to this stream and no further. */
  private void leave(int last) {
    lock.lock();
    try {
      ended = true;
      streams.forEach(
          (number, stream) -> {
            if (number > last) {
              stream.exchange.fail(
                  FailureKind.GOAWAY, "not answered any more, the last is " + last);
            }
          });
    } finally {
      lock.unlock();
    }
  }

  private void end(FailureKind kind, String message) {
    List<Stream> left;
    lock.lock();
    try {
      ended = true;
      left = List.copyOf(streams.values());
      streams.clear();
    } finally {
      lock.unlock();
    }
    Connector.shut(socket);
    left.forEach(each -> each.exchange.fail(kind, message));
  }

  /** Takes no more requests and closes once the last answer is there. */
  void closeWhenIdle() {
    boolean idle;
    lock.lock();
    try {
      ended = true;
      idle = streams.isEmpty();
    } finally {
      lock.unlock();
    }
    if (idle) {
      close();
    }
  }

  @Override
  public void close() {
    end(FailureKind.CLOSED, "closed here");
  }
}
