package family.garden.ops.notify;

import family.garden.ops.report.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Sends JSON. */
final class Post {
  private Post() {}

  /**
   * Sends it once and follows nowhere else.
   *
   * @throws IOException if the answer is not from 200 to 299, or there is none; its message names
   *     no more of the address than the host
   */
  static void json(URI address, Object document, Map<String, String> headers, Duration limit)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(limit)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(Json.writeLine(document)));
    headers.forEach(request::header);
    // Not closed with try: that would wait for an answer that never comes.
    HttpClient client = HttpClient.newBuilder().connectTimeout(limit).build();
    try {
      int status =
          client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        throw new IOException(address.getHost() + " answered " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(address.getHost() + " was too slow", e);
    } finally {
      client.shutdownNow();
    }
  }
}
