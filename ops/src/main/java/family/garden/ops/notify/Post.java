package family.garden.ops.notify;

import family.garden.ops.json.Json;
import family.garden.ops.site.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Sends JSON. */
final class Post {
  private Post() {}

  /**
   * Sends it once; follows no redirect.
   *
   * @throws IOException if the answer is not from 200 to 299, or none comes; of the address, the
   *     message contains the host alone
   */
  static void json(URI address, Object document, Map<String, String> headers, Duration limit)
      throws IOException {
    Request request = Request.post(address, Json.writeLine(document));
    headers.forEach(request::header);
    try {
      int status = request.send(limit).status();
      if (status / 100 != 2) {
        throw new IOException(address.getHost() + " answered " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(address.getHost() + " was too slow", e);
    }
  }
}
