package family.garden.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client that compares every response with the document and throws an {@link AssertionError} if
 * it does not match. Immutable: {@link #as} and similar methods return another client.
 */
public final class Api {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final URI base;
  private final Map<String, String> headers;
  private final Supplier<String> serverLog;
  private final AnswerRules rules = new AnswerRules(OpenApiDocument.served());

  public Api(URI base) {
    this(base, () -> "");
  }

  /**
   * A client.
   *
   * @param serverLog printed with a fault of the server
   */
  Api(URI base, Supplier<String> serverLog) {
    this(base, serverLog, Map.of());
  }

  private Api(URI base, Supplier<String> serverLog, Map<String, String> headers) {
    this.base = base;
    this.serverLog = serverLog;
    this.headers = headers;
  }

  /** With the token of a login. */
  public Api as(String token) {
    return header("Authorization", "Bearer " + token);
  }

  /** With the token in the cookie, as the web app has it on a site without TLS. */
  public Api cookie(String token) {
    return header("Cookie", "booking_session=" + token);
  }

  /** With the token in the cookie, as the web app has it on a site with TLS. */
  public Api secureCookie(String token) {
    return header("Cookie", "__Host-booking_session=" + token);
  }

  /** Without any session. */
  public Api anonymous() {
    Map<String, String> fewer = new TreeMap<>(headers);
    fewer.remove("Authorization");
    fewer.remove("Cookie");
    return new Api(base, serverLog, fewer);
  }

  public Api language(String acceptLanguage) {
    return header("Accept-Language", acceptLanguage);
  }

  public Api ifMatch(String etag) {
    return header("If-Match", etag);
  }

  public Api idempotencyKey(String key) {
    return header("Idempotency-Key", key);
  }

  public Api header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Api(base, serverLog, more);
  }

  /**
   * Reads.
   *
   * @param path with the query, percent-encoded
   */
  public Answer get(String path) {
    return send("GET", path, null, null);
  }

  public Answer post(String path) {
    return send("POST", path, null, null);
  }

  /**
   * Sends JSON.
   *
   * @param body a record, a map or a node; a string is taken for JSON already
   */
  public Answer post(String path, Object body) {
    return sendJson("POST", path, body);
  }

  public Answer put(String path, Object body) {
    return sendJson("PUT", path, body);
  }

  public Answer patch(String path, Object body) {
    return sendJson("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, null);
  }

  public Answer delete(String path, Object body) {
    return sendJson("DELETE", path, body);
  }

  private Answer sendJson(String method, String path, Object body) {
    byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
    return send(method, path, bytes, "application/json");
  }

  /** Sends bytes as they are. */
  public Answer send(
      String method, String path, byte @Nullable [] body, @Nullable String contentType) {
    try {
      Answer answer = sendUnchecked(method, path, body, contentType);
      List<String> faults = faults(method, path, answer);
      if (!faults.isEmpty()) {
        throw new AssertionError(
            "%s %s breaks the contract:%n  %s%n  answer: %s%n%s"
                .formatted(
                    method,
                    path,
                    String.join("\n  ", faults),
                    answer,
                    answer.status() >= 500 ? serverLog.get() : ""));
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException("%s %s got no answer".formatted(method, path), e);
    }
  }

  /** Checks a response to this call; returns each error. */
  public List<String> faults(String method, String path, Answer answer) {
    return rules.faults(method, path.replaceFirst("\\?.*", ""), answer);
  }

  /** Sends without checking the response. @throws IOException if no answer came */
  public Answer sendUnchecked(
      String method, String path, byte @Nullable [] body, @Nullable String contentType)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(TIMEOUT)
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    if (contentType != null) {
      request.setHeader("Content-Type", contentType);
    }
    try {
      HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
      return Answer.of(response.statusCode(), response.headers(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
