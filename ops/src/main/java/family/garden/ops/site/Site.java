package family.garden.ops.site;

import family.garden.ops.config.Settings;
import family.garden.ops.json.Json;
import family.garden.ops.proxy.Colour;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** Calls a server, directly or through the proxy. */
public final class Site implements Server {
  /** Includes the first TLS handshake of a new JVM, which takes a Pi some seconds. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final String address;
  private final Optional<SSLSocketFactory> encrypted;
  private final Duration timeout;

  private Site(String address, Optional<SSLSocketFactory> encrypted, Duration timeout) {
    this.address = address;
    this.encrypted = encrypted;
    this.timeout = timeout;
  }

  public static Site direct(Settings settings, Colour colour) {
    return new Site("http://" + colour.address(settings.front()), Optional.empty(), TIMEOUT);
  }

  /**
   * Through nginx on this machine, whatever the site's name resolves to.
   *
   * @param certificate of nginx, in PEM; no other is accepted
   * @throws OpsException if it is not a certificate
   */
  public static Site throughProxy(Settings settings, String certificate) throws OpsException {
    return new Site(
        "https://%s:%d".formatted(settings.deploys().loopback(), settings.httpsPort()),
        Optional.of(Pinned.to(certificate).getSocketFactory()),
        TIMEOUT);
  }

  /** The same with a longer timeout, for a request that must not be sent twice. */
  public Site waiting(Duration longer) {
    return new Site(address, encrypted, longer);
  }

  public String address() {
    return address;
  }

  @Override
  public Answer get(String path, Optional<String> token) throws OpsException {
    return send("GET", path, Optional.empty(), token);
  }

  @Override
  public Answer post(String path, Map<String, ?> body, Optional<String> token) throws OpsException {
    return send("POST", path, Optional.of(Json.writeLine(body)), token);
  }

  public Answer put(String path, Map<String, ?> body, Optional<String> token) throws OpsException {
    return send("PUT", path, Optional.of(Json.writeLine(body)), token);
  }

  private Answer send(String method, String path, Optional<String> body, Optional<String> token)
      throws OpsException {
    URI uri = URI.create(address + path);
    String tried = method + " " + uri;
    try {
      Request request =
          switch (method) {
            case "POST" -> Request.post(uri, body.orElse(""));
            case "PUT" -> Request.put(uri, body.orElse(""));
            default -> Request.get(uri);
          };
      request.header("Accept-Language", "en");
      token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
      encrypted.ifPresentOrElse(
          request::over,
          // A server that drains would wait for a kept-alive connection.
          () -> request.header("Connection", "close"));
      Request.Answer answer = request.send(timeout);
      return new Answer(tried, answer.status(), answer.text());
    } catch (IOException e) {
      throw OpsException.refused(tried, "no answer came (" + e + ")", "See whether it runs.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw OpsException.refused(tried, "it was interrupted", "Run the command again.");
    }
  }
}
