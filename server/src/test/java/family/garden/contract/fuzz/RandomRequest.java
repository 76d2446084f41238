package family.garden.contract.fuzz;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call, ready to be sent. */
final class RandomRequest {
  private final String method;
  private final String path;
  private final Map<String, String> headers;
  private final byte @Nullable [] body;
  private final @Nullable String contentType;

  /**
   * A call.
   *
   * @param path with the query, percent-encoded
   */
  RandomRequest(
      String method,
      String path,
      Map<String, String> headers,
      byte @Nullable [] body,
      @Nullable String contentType) {
    this.method = method;
    this.path = path;
    this.headers = headers;
    this.body = body;
    this.contentType = contentType;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  Answer send(Api caller) throws IOException {
    Api api = caller;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      api = api.header(header.getKey(), header.getValue());
    }
    return api.sendUnchecked(method, path, body, contentType);
  }

  boolean isTooLarge() {
    return body != null && body.length > 64 * 1024;
  }

  @Override
  public String toString() {
    String text = body == null ? "(no body)" : new String(body, StandardCharsets.UTF_8);
    String shown = text.length() > 600 ? text.substring(0, 600) + "… " + text.length() : text;
    return "%s %s %s %s %s".formatted(method, path, headers, contentType, shown.replace("\0", "␀"));
  }
}
