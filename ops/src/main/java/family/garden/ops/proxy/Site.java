package family.garden.ops.proxy;

import family.garden.ops.config.Settings;
import family.garden.ops.report.Json;
import family.garden.ops.report.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Asks a server: past the proxy, or through it as people do. */
public final class Site implements Server, AutoCloseable {
  /** With the first handshake of a young JVM, which takes a Pi some seconds. */
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String address;
  private final HttpClient client;
  private final Duration patience;

  private Site(String address, HttpClient client, Duration patience) {
    this.address = address;
    this.client = client;
    this.patience = patience;
  }

  private static Site at(String address, HttpClient.Builder client) {
    return new Site(
        address,
        client
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build(),
        PATIENCE);
  }

  /** The server of a colour, live or not. */
  public static Site direct(Settings settings, Colour colour) {
    return at(
        "http://" + colour.address(settings.front()),
        HttpClient.newBuilder().sslContext(Pinned.toNone()));
  }

  /**
   * Through nginx on this machine, whatever the site's name leads to elsewhere.
   *
   * @param certificate that nginx shows, in PEM; no other is taken
   * @throws Trouble if it is no certificate
   */
  public static Site throughProxy(Settings settings, String certificate) throws Trouble {
    return at(
        "https://%s:%d".formatted(settings.deploys().loopback(), settings.httpsPort()),
        HttpClient.newBuilder().sslContext(Pinned.to(certificate)));
  }

  /** The same, waiting longer for an answer: for what must not be asked twice. */
  public Site waiting(Duration longer) {
    return new Site(address, client, longer);
  }

  /** Where it asks. */
  public String address() {
    return address;
  }

  @Override
  public Answer get(String path, Optional<String> token) throws Trouble {
    return send("GET", path, HttpRequest.BodyPublishers.noBody(), token);
  }

  @Override
  public Answer post(String path, Map<String, ?> body, Optional<String> token) throws Trouble {
    return send("POST", path, HttpRequest.BodyPublishers.ofString(Json.writeLine(body)), token);
  }

  private Answer send(
      String method, String path, HttpRequest.BodyPublisher body, Optional<String> token)
      throws Trouble {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(patience)
            .header("Content-Type", "application/json")
            .header("Accept-Language", "en")
            .method(method, body);
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    String asked = method + " " + address + path;
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(asked, answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw Trouble.refused(asked, "no answer came (" + e + ")", "See whether it runs.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Trouble.refused(asked, "it was interrupted", "Run the command again.");
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
