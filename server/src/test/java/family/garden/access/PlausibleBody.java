package family.garden.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import family.garden.contract.GardenServer;
import family.garden.contract.OpenApiDocument;
import java.util.UUID;

/** The smallest body that a schema of the document allows, with values that make sense. */
final class PlausibleBody {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final OpenApiDocument document;
  private final UUID place;

  PlausibleBody(OpenApiDocument document, UUID place) {
    this.document = document;
    this.place = place;
  }

  JsonNode of(String name, JsonNode schemaOrReference) {
    JsonNode schema = document.resolve(schemaOrReference);
    if (schema.has("enum")) {
      return schema.path("enum").path(0);
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema);
      case "array" -> JSON.arrayNode().add(of(name, schema.path("items")));
      case "integer" -> JSON.numberNode(Math.max(1, schema.path("minimum").asLong()));
      case "boolean" -> JSON.booleanNode(false);
      default -> JSON.textNode(text(name, schema));
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = JSON.objectNode();
    for (JsonNode required : schema.path("required")) {
      String name = required.asText();
      object.set(name, of(name, schema.path("properties").path(name)));
    }
    return object;
  }

  private String text(String name, JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "uuid" -> place.toString();
      case "email" -> UUID.randomUUID() + "@garden.example";
      case "date" -> GardenServer.today().plusDays(name.matches("end.*|to") ? 42 : 40).toString();
      default -> name.equals("host") ? "localhost" : "plausible " + name;
    };
  }
}
