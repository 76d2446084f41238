package family.garden.bench.gap;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 by hand, for clients of others send a lost request again without a word. It always
 * listens, so it knows of an end while it waits, like a browser; an end that arrives once a request
 * is being sent costs that request.
 */
final class HttpOne implements Connection {
  private final SSLSocket socket;
  private final InputStream in;
  private final String authority;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Exchange current;
  private boolean ended;

  HttpOne(Connector connector, boolean slowly) throws RequestFailure {
    socket = connector.open("http/1.1", slowly);
    authority = connector.authority();
    try {
      in = new BufferedInputStream(socket.getInputStream(), slowly ? 1024 : 16 * 1024);
    } catch (IOException e) {
      Connector.shut(socket);
      throw new RequestFailure(FailureKind.TLS, e.getMessage());
    }
    Thread.ofVirtual().start(this::listen);
  }

  @Override
  public Response send(Request request, Map<String, String> headers) throws RequestFailure, Gone {
    Exchange exchange = new Exchange(request);
    lock.lock();
    try {
      if (ended) {
        throw new Gone();
      }
      current = exchange;
    } finally {
      lock.unlock();
    }
    try {
      socket.getOutputStream().write(head(request, headers));
    } catch (IOException e) {
      exchange.fail(FailureKind.RESET, "sending: " + e.getMessage());
    }
    try {
      return exchange.await();
    } catch (RequestFailure failure) {
      close();
      throw failure;
    }
  }

  private byte[] head(Request request, Map<String, String> headers) {
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(authority).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (request.method().equals("POST")) {
      head.append("content-length: ").append(request.bytes().length).append("\r\n");
    }
    return head.append("\r\n").append(request.body()).toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Whether another request may be sent. */
  boolean isOpen() {
    lock.lock();
    try {
      return !ended;
    } finally {
      lock.unlock();
    }
  }

  private void listen() {
    try {
      while (answer()) {
        // Each answer is handed over as it is read.
      }
      end(FailureKind.CLOSED, "closed after the last answer");
    } catch (EOFException e) {
      end(FailureKind.CLOSED, "closed in place of an answer");
    } catch (IOException e) {
      end(FailureKind.RESET, String.valueOf(e.getMessage()));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      end(FailureKind.PROTOCOL, String.valueOf(e.getMessage()));
    }
  }

  private void end(FailureKind kind, String message) {
    Exchange left;
    lock.lock();
    try {
      ended = true;
      left = current;
      current = null;
    } finally {
      lock.unlock();
    }
    Connector.shut(socket);
    if (left != null) {
      left.fail(kind, message);
    }
  }

  /** Reads one answer and says whether another may follow. */
  private boolean answer() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    Exchange exchange = current();
    exchange.begun = true;
    int length = 0;
    boolean chunked = false;
    boolean last = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String small = header.toLowerCase(Locale.ROOT);
      if (small.startsWith("content-length:")) {
        length = Integer.parseInt(small.substring(15).strip());
      }
      chunked |= small.equals("transfer-encoding: chunked");
      last |= small.equals("connection: close");
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (chunked) {
      do {
        length = Integer.parseInt(line(), 16);
        copy(length, body, exchange.request.pace());
        line();
      } while (length > 0);
    } else {
      copy(length, body, exchange.request.pace());
    }
    lock.lock();
    try {
      current = null;
      ended |= last;
    } finally {
      lock.unlock();
    }
    exchange.end(new Response(status, body.toString(StandardCharsets.UTF_8)));
    return !last;
  }

  private Exchange current() throws IOException {
    lock.lock();
    try {
      if (current == null) {
        throw new IOException("an answer that nobody asked for");
      }
      return current;
    } finally {
      lock.unlock();
    }
  }

  private void copy(int length, ByteArrayOutputStream to, int pace) throws IOException {
    int step = pace == 0 ? length : Math.max(1, pace / 10);
    for (int left = length; left > 0; ) {
      byte[] some = in.readNBytes(Math.min(left, step));
      if (some.length == 0) {
        throw new EOFException();
      }
      to.writeBytes(some);
      left -= some.length;
      if (pace > 0) {
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    end(FailureKind.CLOSED, "closed here");
  }
}
