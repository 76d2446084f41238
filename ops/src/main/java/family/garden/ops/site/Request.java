package family.garden.ops.site;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * One request over HTTP/1.1, sent by the older client of Java: the newer one loads 300 classes and
 * starts ten threads more ({@code docs/decisions/0024}). The older one has no time limit for the
 * whole request and ignores Ctrl-C. So another thread sends the request, and is abandoned if it
 * takes too long.
 */
public final class Request {
  /** Far more than any expected answer. */
  private static final int MOST_BYTES = 4 << 20;

  static {
    // A POST is not sent again if the connection breaks. Streaming mode would do the same, but
    // hides
    // the body of a 401.
    System.setProperty("sun.net.http.retryPost", "false");
    HttpsURLConnection.setDefaultSSLSocketFactory(new PublicSockets());
  }

  private final HttpURLConnection connection;
  private final byte[] body;

  public static final class Answer {
    private final int status;
    private final byte[] bytes;

    private Answer(int status, byte[] bytes) {
      this.status = status;
      this.bytes = bytes;
    }

    public int status() {
      return status;
    }

    /** At most 4 MB. */
    public byte[] bytes() {
      return bytes.clone();
    }

    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private Request(URI address, byte[] body) throws IOException {
    if (!(address.toURL().openConnection() instanceof HttpURLConnection opened)) {
      throw new IOException("this is not an HTTP address");
    }
    this.connection = opened;
    this.body = body;
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    header("User-Agent", "bookingctl");
    header("Accept", "*/*");
  }

  /** A GET request; the address must be of HTTP. */
  public static Request get(URI address) throws IOException {
    return new Request(address, new byte[0]);
  }

  /** A POST request with JSON; the address must be of HTTP. */
  public static Request post(URI address, String json) throws IOException {
    return sending("POST", address, json);
  }

  /** A PUT request with JSON; the address must be of HTTP. */
  public static Request put(URI address, String json) throws IOException {
    return sending("PUT", address, json);
  }

  private static Request sending(String method, URI address, String json) throws IOException {
    Request request = new Request(address, json.getBytes(StandardCharsets.UTF_8));
    request.connection.setRequestMethod(method);
    request.connection.setDoOutput(true);
    return request.header("Content-Type", "application/json; charset=utf-8");
  }

  public Request header(String name, String value) {
    connection.setRequestProperty(name, value);
    return this;
  }

  /** Follows redirects that do not switch between HTTP and HTTPS. */
  public Request following() {
    connection.setInstanceFollowRedirects(true);
    return this;
  }

  /** Uses these sockets for an https address. */
  public Request over(SSLSocketFactory sockets) {
    if (connection instanceof HttpsURLConnection encrypted) {
      encrypted.setSSLSocketFactory(sockets);
    }
    return this;
  }

  /**
   * Sends the request, once.
   *
   * @param limit from now to the last byte of the answer
   * @throws IOException if no complete answer came in time; its message does not name the address
   * @throws InterruptedException if this thread is interrupted; the answer is then ignored
   */
  public Answer send(Duration limit) throws IOException, InterruptedException {
    int millis = Math.toIntExact(limit.toMillis());
    connection.setConnectTimeout(millis);
    connection.setReadTimeout(millis);
    FutureTask<Answer> exchange = new FutureTask<>(this::exchange);
    Thread.ofPlatform().daemon().start(exchange);
    try {
      return exchange.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("no complete answer within " + limit.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
    }
  }

  private Answer exchange() throws IOException {
    if (connection.getDoOutput()) {
      try (var out = connection.getOutputStream()) {
        out.write(body);
      }
    }
    int status = connection.getResponseCode();
    if (status < 0) {
      throw new IOException("the answer is not HTTP");
    }
    // getErrorStream() returns null if a failure has no body.
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      byte[] answer = in == null ? new byte[0] : in.readNBytes(MOST_BYTES + 1);
      if (answer.length > MOST_BYTES) {
        throw new IOException("the answer is larger than 4 MB");
      }
      return new Answer(status, answer);
    }
  }
}
