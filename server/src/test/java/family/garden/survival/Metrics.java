package family.garden.survival;

import family.garden.contract.GardenServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The figures on the management port. */
final class Metrics {
  private Metrics() {}

  /** The value of a figure, named with its labels if it has any. */
  static double of(GardenServer server, String name) {
    return page(server)
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("/metrics has no " + name));
  }

  /** All of them, as a Prometheus reads them. */
  static String page(GardenServer server) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create(server.management() + "/metrics");
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new AssertionError("/metrics does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
