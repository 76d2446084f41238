package family.garden.contract.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import family.garden.contract.OpenApiDocument;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Values that a schema of the document allows, of the kind a client would send. */
final class SchemaSampler {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz äöüßé-'";

  private final OpenApiDocument document;
  private final KnownIds ids;
  private final Random random;
  private final LocalDate today;
  private LocalDate lastStart;

  SchemaSampler(OpenApiDocument document, KnownIds ids, Random random, LocalDate today) {
    this.document = document;
    this.ids = ids;
    this.random = random;
    this.today = today;
    this.lastStart = today;
  }

  /**
   * A value.
   *
   * @param name of the field or parameter it is for
   */
  JsonNode sample(String name, JsonNode schemaOrReference) {
    JsonNode schema = document.resolve(schemaOrReference);
    if (schema.has("enum")) {
      JsonNode words = schema.path("enum");
      return words.path(random.nextInt(words.size()));
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema);
      case "array" -> array(name, schema);
      case "integer" -> JSON.numberNode(integer(schema));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      default -> JSON.textNode(text(name, schema));
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = JSON.objectNode();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      boolean required = false;
      for (JsonNode name : schema.path("required")) {
        required |= name.asText().equals(property.getKey());
      }
      if (required || random.nextInt(3) > 0) {
        object.set(property.getKey(), sample(property.getKey(), property.getValue()));
      }
    }
    return object;
  }

  private ArrayNode array(String name, JsonNode schema) {
    ArrayNode array = JSON.arrayNode();
    int size = schema.path("minItems").asInt(0) + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      array.add(sample(name, schema.path("items")));
    }
    return array;
  }

  private long integer(JsonNode schema) {
    long least = schema.path("minimum").asLong(0);
    long most = Math.min(schema.path("maximum").asLong(least + 100), least + 100);
    return random.nextInt(4) == 0 ? most : least + random.nextLong(most - least + 1);
  }

  private String text(String name, JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "uuid" ->
          (name.toLowerCase(Locale.ROOT).contains("booking")
                  ? ids.anyBooking(random)
                  : ids.anyAccommodation(random))
              .toString();
      case "date" -> date(name).toString();
      case "email" -> letters(8).strip().replaceAll("[^a-z]", "x") + "@garden.example";
      default -> words(schema);
    };
  }

  /** Starts come before ends, so that most ranges are ranges. */
  private LocalDate date(String name) {
    if (name.startsWith("end") || name.equals("to")) {
      return lastStart.plusDays(1 + random.nextInt(12));
    }
    lastStart = today.plusDays(random.nextInt(200));
    return lastStart;
  }

  private String words(JsonNode schema) {
    int least = Math.max(1, schema.path("minLength").asInt(0));
    int most = Math.min(schema.path("maxLength").asInt(40), 500);
    return letters(
        random.nextInt(10) == 0 ? most : least + random.nextInt(Math.min(20, most - least) + 1));
  }

  private String letters(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
