package family.garden.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The OpenAPI document, with its operations and validators for its schemas. */
public final class OpenApiDocument {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");
  private static final OpenApiDocument SERVED = parse(read());

  private final JsonNode root;
  private final List<Operation> operations;
  private final Map<JsonNode, JsonSchema> schemas = new ConcurrentHashMap<>();
  private final JsonSchemaFactory factory = Schemas.factory();

  private OpenApiDocument(JsonNode root) {
    this.root = root;
    List<Operation> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
        if (METHODS.contains(entry.getKey())) {
          String method = entry.getKey().toUpperCase(Locale.ROOT);
          found.add(new Operation(method, path.getKey(), entry.getValue(), path.getValue()));
        }
      }
    }
    this.operations = List.copyOf(found);
  }

  /** The document that the server sends. */
  public static OpenApiDocument served() {
    return SERVED;
  }

  static OpenApiDocument parse(String yaml) {
    try {
      return new OpenApiDocument(new YAMLMapper().readTree(yaml));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The document is no YAML: " + e.getMessage(), e);
    }
  }

  static String read() {
    try (InputStream yaml = OpenApiDocument.class.getResourceAsStream("/openapi.yaml")) {
      if (yaml == null) {
        throw new IllegalStateException("Tried to read openapi.yaml, it is not on the class path");
      }
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode root() {
    return root;
  }

  public List<Operation> operations() {
    return operations;
  }

  /**
   * Finds the operation of a call; operations of other addresses are not found. A literal path has
   * precedence over one with a parameter.
   *
   * @param path without the query
   */
  public Optional<Operation> find(String method, String path) {
    return operations.stream()
        .filter(operation -> !operation.isElsewhere())
        .filter(operation -> operation.method().equals(method) && operation.matches(path))
        .min(Comparator.comparing(Operation::isPattern));
  }

  /** The node itself, or the target of its {@code $ref}. */
  public JsonNode resolve(JsonNode node) {
    JsonNode resolved = node;
    for (int hops = 0; resolved.has("$ref"); hops++) {
      String reference = resolved.path("$ref").asText();
      if (hops > 20) {
        throw new IllegalArgumentException("$ref runs in circles at " + reference);
      }
      if (!reference.startsWith("#/")) {
        throw new IllegalArgumentException("$ref leaves the document: " + reference);
      }
      resolved = root.at(reference.substring(1));
      if (resolved.isMissingNode()) {
        throw new IllegalArgumentException("$ref leads nowhere: " + reference);
      }
    }
    return resolved;
  }

  /** Validates {@code value} with {@code schema}; returns a sentence for each error. */
  public List<String> faults(JsonNode schema, JsonNode value) {
    return schemas.computeIfAbsent(schema, this::compile).validate(value).stream()
        .map(message -> "body " + message.getMessage())
        .sorted()
        .collect(Collectors.toList());
  }

  private JsonSchema compile(JsonNode schema) {
    // With the components beside it, "#/components/…" resolves within the schema itself.
    ObjectNode alone = schema.deepCopy();
    alone.set("components", root.path("components"));
    return factory.getSchema(alone, Schemas.STRICT);
  }
}
