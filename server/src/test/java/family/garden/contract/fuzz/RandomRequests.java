package family.garden.contract.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.OpenApiDocument;
import family.garden.contract.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes calls of the document's operations, most of them wrong in some way. */
final class RandomRequests {
  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "application/json; charset=utf-16",
          "application/json; charset=no-such",
          "*/*",
          "rubbish",
          "application/json;;;");
  private static final List<String> ODD_HEADERS =
      List.of(
          "Accept: image/png",
          "Accept: rubbish",
          "Accept-Language: en-GB;q=0.8, de;q=x, *",
          "Accept-Language: ,,,;q=9999999999999",
          "Authorization: Bearer",
          "Authorization: Bearer a.b.c",
          "Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
          "Authorization: Basic Og==",
          "Cookie: booking_session=x; booking_session=y",
          "X-Forwarded-For: 999.1.1.1, x",
          "Origin: https://elsewhere.example",
          "Sec-Fetch-Site: cross-site",
          "If-Match: *",
          "If-Match: \"99999999999999999999\"",
          "If-Match: W/\"1\", rubbish",
          "If-None-Match: *",
          "Range: bytes=0-0");

  private final OpenApiDocument document;
  private final KnownIds ids;
  private final Random random;
  private final SchemaSampler sampler;
  private final RandomBody bodies;

  RandomRequests(OpenApiDocument document, KnownIds ids, SchemaSampler sampler, Random random) {
    this.document = document;
    this.ids = ids;
    this.random = random;
    this.sampler = sampler;
    this.bodies = new RandomBody(sampler, random);
  }

  RandomRequest of(Operation operation) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    Map<String, String> headers = new TreeMap<>();
    for (JsonNode reference : operation.parameters()) {
      JsonNode parameter = document.resolve(reference);
      String name = parameter.path("name").asText();
      switch (parameter.path("in").asText()) {
        case "path" ->
            path = path.replace("{" + name + "}", encoded(pathValue(operation, parameter)));
        case "query" -> addQuery(name, parameter, query);
        default -> addHeader(name, parameter, headers);
      }
    }
    if (random.nextInt(8) == 0) {
      String[] odd = ODD_HEADERS.get(random.nextInt(ODD_HEADERS.size())).split(": ", 2);
      headers.put(odd[0], odd.length > 1 ? odd[1] : "");
    }
    byte[] body = body(operation);
    String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
    return new RandomRequest(
        operation.method(), target, headers, body, body == null ? null : contentType());
  }

  private String pathValue(Operation operation, JsonNode parameter) {
    if (random.nextInt(4) > 0) {
      return ids.any(operation.path(), random).toString();
    }
    // Empty text, dots and slashes would make it another call.
    String hostile = HostileValues.text(random).replaceAll("[./\\\\]", "_");
    return hostile.isBlank() ? parameter.path("name").asText() : hostile;
  }

  private void addQuery(String name, JsonNode parameter, List<String> query) {
    boolean required = parameter.path("required").asBoolean();
    if (random.nextInt(20) == 0 || (!required && random.nextBoolean())) {
      return;
    }
    query.add(name + "=" + encoded(value(name, parameter)));
    if (random.nextInt(20) == 0) {
      query.add(name + "=" + encoded(value(name, parameter)));
    }
  }

  private void addHeader(String name, JsonNode parameter, Map<String, String> headers) {
    if (random.nextBoolean()) {
      // What a header cannot carry at all is tried over a bare socket elsewhere.
      String value = value(name, parameter).replaceAll("[^ -~]", "?").strip();
      headers.put(name, value.substring(0, Math.min(300, value.length())));
    }
  }

  private String value(String name, JsonNode parameter) {
    return random.nextInt(3) > 0
        ? sampler.sample(name, parameter.path("schema")).asText()
        : HostileValues.text(random);
  }

  private byte @Nullable [] body(Operation operation) {
    JsonNode schema = operation.definition().at("/requestBody/content/application~1json/schema");
    if (!schema.isMissingNode()) {
      return bodies.forSchema(schema);
    }
    return operation.method().equals("GET") || random.nextInt(6) > 0
        ? null
        : "{\"x\":1}".getBytes(StandardCharsets.UTF_8);
  }

  private @Nullable String contentType() {
    return switch (random.nextInt(16)) {
      case 0 -> TYPES.get(random.nextInt(TYPES.size()));
      case 1 -> "application/json;charset=UTF-8";
      case 2 -> random.nextInt(3) == 0 ? null : "application/json";
      default -> "application/json";
    };
  }

  /** Percent-encoded, and short enough for a request line. */
  private static String encoded(String text) {
    String shorter = text.codePointCount(0, text.length()) > 120 ? text.substring(0, 120) : text;
    return URLEncoder.encode(shorter, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
