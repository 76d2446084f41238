package family.garden.stack;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over HTTP/1.1 without a client library: it leaves the path as it is and never
 * sends a lost request again, as {@link java.net.http.HttpClient} does. It keeps its connection
 * until a response says that it was the last one.
 */
final class RawHttp implements AutoCloseable {
  private final SSLSocketFactory tls;
  private final int port;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();

  RawHttp(SSLSocketFactory tls, int port) {
    this.tls = tls;
    this.port = port;
  }

  record Answer(int status, String body) {}

  /**
   * Sends a request and reads the whole response.
   *
   * @param head the request's first line and headers, without the empty line at the end
   * @throws IOException when the connection breaks or the response is cut short
   */
  Answer send(String head, String body) throws IOException {
    String request =
        "%s\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(head, body.getBytes(StandardCharsets.UTF_8).length, body);
    open().getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    int status = Integer.parseInt(line().split(" ", 3)[1]);
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
    Answer answer = new Answer(status, chunked ? chunks() : text(length));
    if (last) {
      close();
    }
    return answer;
  }

  private Socket open() throws IOException {
    Socket open = socket;
    if (open == null) {
      open = tls.createSocket("localhost", port);
      open.setSoTimeout(30_000);
      in = new BufferedInputStream(open.getInputStream());
      socket = open;
    }
    return open;
  }

  private String chunks() throws IOException {
    StringBuilder all = new StringBuilder();
    int length;
    do {
      length = Integer.parseInt(line(), 16);
      all.append(text(length));
      line();
    } while (length > 0);
    return all.toString();
  }

  private String text(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("answer cut short");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("connection closed in place of an answer");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
