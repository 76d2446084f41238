package family.garden.contract.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** JSON values that a schema of the document forbids and a lenient reader accepts. */
final class BadValues {
  private static final List<String> DATES =
      List.of(
          "2027-04-30T22:00:00.000Z",
          "2027-05-24T00:00",
          "2027-05-24 ",
          " 2027-05-24",
          "20270524",
          "2027-5-24",
          "+2027-05-24",
          "24.05.2027",
          "２０２７-05-24",
          "2027-02-30",
          "0000-01-01");
  private static final List<String> EMAILS =
      List.of(
          "nobody",
          "a@b.example ",
          "\ta@b.example",
          "a@@b.example",
          "a b@c.example",
          "a@b.example,c@d.example",
          "<a@b.example>",
          "a\0@b.example",
          "a@straße.example");
  private static final List<String> IDS =
      List.of(
          "1-1-1-1-1",
          " 0b8f7c3e-6f0a-4c43-9a53-1f5d1f0f3a11",
          "{0b8f7c3e-6f0a-4c43-9a53-1f5d1f0f3a11}",
          "0b8f7c3e6f0a4c439a531f5d1f0f3a11",
          "C49816bzTEOaUx9dHw86EQ==");

  private BadValues() {}

  /** Each as JSON for a body. */
  static List<String> of(JsonNode schema) {
    return switch (kind(schema)) {
      case "date" ->
          with(DATES, "[2027,5,24]", "20270524", "17900", "1.5", "true", "{}", "\"\"", "\" \"");
      case "uuid" -> with(IDS, "1", "true", "[]", "{}", "\"\"", "\" \"");
      case "email" -> with(EMAILS, "1", "true", "[]", "{}", "\"\"", "\" \"");
      case "enum" ->
          with(padded(schema), "0", "1", "true", "[]", "{}", "\"\"", "\" \"", "\"nothing\"");
      case "integer" -> integers(schema);
      case "boolean" ->
          List.of("\"true\"", "\"false\"", "\"\"", "\" \"", "1", "0", "1.0", "[]", "[true]", "{}");
      case "array" -> List.of("\"\"", "\" \"", "\"x\"", "1", "true", "{}");
      case "object" -> List.of("\"\"", "\" \"", "\"x\"", "1", "true", "[]");
      default -> texts(schema);
    };
  }

  /** Each as the text of a query parameter; none where any text is allowed. */
  static List<String> ofParameter(JsonNode schema) {
    List<String> bad =
        new ArrayList<>(
            switch (kind(schema)) {
              case "date" -> DATES;
              case "uuid" -> IDS;
              case "integer" ->
                  List.of("+1", "1.0", "01", "1e0", "0x1", "٣", " 1", "1 ", "true", "-2147483649");
              case "boolean" -> List.of("TRUE", "1", "0", "yes", "on", " true", "true ", "null");
              case "enum" -> padded(schema);
              default -> List.<String>of();
            });
    if (!bad.isEmpty()) {
      bad.addAll(List.of(" ", "null", "[]"));
    }
    return bad;
  }

  private static String kind(JsonNode schema) {
    if (schema.has("enum")) {
      return "enum";
    }
    String type = schema.path("type").asText();
    String format = schema.path("format").asText();
    if (!type.equals("string")) {
      return type;
    }
    if (schema.path("pattern").asText().contains("@")) {
      return "email";
    }
    return format.isEmpty() ? type : format;
  }

  private static List<String> padded(JsonNode schema) {
    String first = schema.path("enum").path(0).asText();
    return List.of(" " + first, first + " ", first.toLowerCase(Locale.ROOT) + "x");
  }

  private static List<String> integers(JsonNode schema) {
    List<String> bad =
        new ArrayList<>(
            List.of("\"1\"", "\" 1\"", "\"\"", "1.0", "1.5", "1e0", "true", "[]", "[1]", "{}"));
    if (schema.has("minimum")) {
      bad.add(String.valueOf(schema.path("minimum").asLong() - 1));
    }
    bad.add(
        schema.has("maximum")
            ? String.valueOf(schema.path("maximum").asLong() + 1)
            : "9223372036854775808");
    return bad;
  }

  private static List<String> texts(JsonNode schema) {
    List<String> bad = new ArrayList<>(List.of("1", "1.5", "true", "[]", "[\"x\"]", "{}"));
    if (schema.path("minLength").asInt() > 0) {
      bad.add("\"\"");
    }
    if (schema.has("maxLength")) {
      bad.add("\"" + "x".repeat(schema.path("maxLength").asInt() + 1) + "\"");
    }
    return bad;
  }

  private static List<String> with(List<String> texts, String... more) {
    return Stream.concat(
            texts.stream()
                .map(text -> "\"" + text.replace("\t", "\\t").replace("\0", "\\u0000") + "\""),
            Stream.of(more))
        .toList();
  }
}
