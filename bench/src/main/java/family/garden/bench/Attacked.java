package family.garden.bench;

import family.garden.bench.abuse.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What is attacked, and how it bears it. */
abstract class Attacked implements AutoCloseable {
  /** Where people and attackers come in. */
  abstract Target target();

  /** A session of the administrator. */
  abstract String token();

  /** Memory in use now, in words. */
  abstract String memory();

  /** How often the server was killed or ended by itself. */
  abstract long ends();

  abstract long logLines();

  /** The address of the server's metrics. */
  abstract URI metrics();

  /** How many series the server keeps. */
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
