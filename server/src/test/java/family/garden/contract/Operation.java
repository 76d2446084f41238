package family.garden.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One operation of the document.
 *
 * @param path as in the document, with {@code {names}} in braces
 * @param definition the operation object
 * @param pathItem what it shares with the other methods of the path
 */
public record Operation(String method, String path, JsonNode definition, JsonNode pathItem) {
  public String id() {
    return definition.path("operationId").asText();
  }

  /** Who may call it: anyone, member, approved or administrator. */
  public String access() {
    return definition.path("x-access").asText();
  }

  /** Whether it is served at another address, as the metrics are. */
  public boolean isElsewhere() {
    return pathItem.has("servers");
  }

  /** The parameters of the path and of the operation, {@code $ref}s not yet followed. */
  public List<JsonNode> parameters() {
    List<JsonNode> parameters = new ArrayList<>();
    pathItem.path("parameters").forEach(parameters::add);
    definition.path("parameters").forEach(parameters::add);
    return parameters;
  }

  boolean isPattern() {
    return path.contains("{");
  }

  boolean matches(String actualPath) {
    StringBuilder pattern = new StringBuilder();
    for (String part : path.split("(?=\\{)|(?<=})", -1)) {
      pattern.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
    }
    return actualPath.matches(pattern.toString());
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
