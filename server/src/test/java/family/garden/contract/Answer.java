package family.garden.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A response of the server.
 *
 * @param body the JSON that came; a missing node if none came
 * @param text the body as it came
 */
public record Answer(int status, HttpHeaders headers, JsonNode body, String text) {
  static Answer of(int status, HttpHeaders headers, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String type = mediaType(headers.firstValue("Content-Type").orElse(""));
    JsonNode body = type.endsWith("json") ? Json.readLeniently(text) : MissingNode.getInstance();
    return new Answer(status, headers, body, text);
  }

  /** The media type without parameters; empty if the answer names none. */
  public String mediaType() {
    return mediaType(headers.firstValue("Content-Type").orElse(""));
  }

  private static String mediaType(String contentType) {
    return contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  /** This response. @throws AssertionError if its status is another one */
  public Answer expect(int expectedStatus) {
    if (status != expectedStatus) {
      throw new AssertionError("Expected %d, got %s".formatted(expectedStatus, this));
    }
    return this;
  }

  public @Nullable String header(String name) {
    return headers.firstValue(name).orElse(null);
  }

  /** The version tag. */
  public String etag() {
    return Objects.requireNonNull(header("ETag"), "no ETag");
  }

  /** The field {@code id} of the body. */
  public UUID id() {
    return UUID.fromString(body.path("id").asText());
  }

  /** The sentences about a field in a problem; a missing node if there are none. */
  public JsonNode errors(String field) {
    return body.path("errors").path(field);
  }

  @Override
  public String toString() {
    String shown = text.length() > 1000 ? text.substring(0, 1000) + "…" : text;
    return status + " " + mediaType() + " " + shown;
  }
}
