package family.garden.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * The DNS provider of a domain, for lego on another machine ({@code httpreq}): it adds and removes
 * records in Pebble's DNS server.
 */
final class DnsProvider implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private final URI records;

  private DnsProvider(HttpServer server, URI records) {
    this.server = server;
    this.records = records;
  }

  /**
   * Starts it.
   *
   * @param address of this machine, at which it answers
   * @param records the address at which Pebble's DNS server accepts records
   */
  static DnsProvider opened(String address, URI records) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(address, 0), 0);
    DnsProvider provider = new DnsProvider(server, records);
    server.createContext("/present", exchange -> provider.change(exchange, "/set-txt"));
    server.createContext("/cleanup", exchange -> provider.change(exchange, "/clear-txt"));
    server.start();
    return provider;
  }

  URI endpoint() {
    InetSocketAddress at = server.getAddress();
    return URI.create("http://" + at.getHostString() + ":" + at.getPort());
  }

  private void change(HttpExchange exchange, String path) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      HttpRequest request =
          HttpRequest.newBuilder(records.resolve(path))
              .POST(HttpRequest.BodyPublishers.ofString(body.replace("\"fqdn\"", "\"host\"")))
              .build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      exchange.sendResponseHeaders(status, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
