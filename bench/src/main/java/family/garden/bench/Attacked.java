package family.garden.bench;

import family.garden.bench.abuse.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The target of the attacks, and its state. */
abstract class Attacked implements AutoCloseable {
  /** The address of members and attackers. */
  abstract Target target();

  /** A session of the administrator. */
  abstract String token();

  /** Memory in use now, as text. */
  abstract String memory();

  /** How often the server was killed or ended by itself. */
  abstract long ends();

  abstract long logLines();

  /** The address of the server's metrics. */
  abstract URI metrics();

  /** The number of metric series of the server. */
  int series() {
    HttpRequest request = HttpRequest.newBuilder(metrics()).timeout(Duration.ofSeconds(30)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return (int)
          client
              .send(request, BodyHandlers.ofString())
              .body()
              .lines()
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .count();
    } catch (IOException e) {
      throw new Failure("Tried to read %s, failed: %s".formatted(metrics(), e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted");
    }
  }

  @Override
  public abstract void close();
}
