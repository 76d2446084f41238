package family.garden.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rules for every answer: the description in openapi.yaml, and the {@link GeneralRules}. */
public final class AnswerRules {
  private static final String PROBLEM = "application/problem+json";

  private final OpenApiDocument document;

  public AnswerRules(OpenApiDocument document) {
    this.document = document;
  }

  /**
   * Everything that is wrong with an answer, one sentence each; empty if nothing.
   *
   * @param path without the query
   */
  public List<String> faults(String method, String path, Answer answer) {
    List<String> faults = new ArrayList<>(GeneralRules.faults(path, answer));
    Optional<Operation> operation = document.find(method, path);
    if (operation.isPresent()) {
      faults.addAll(documented(operation.get(), answer));
    } else if (path.startsWith("/api/")) {
      faults.addAll(undescribedCall(answer));
    }
    return faults;
  }

  private List<String> undescribedCall(Answer answer) {
    if (!Set.of(401, 403, 404, 405).contains(answer.status())) {
      return List.of("the call is not in the document, yet it was answered with " + answer);
    }
    return answer.status() == 405
        ? response(document.resolve(component("MethodNotAllowed")), answer)
        : response(document.resolve(component("NotFound")), answer);
  }

  private JsonNode component(String name) {
    return document.root().at("/components/responses/" + name);
  }

  private List<String> documented(Operation operation, Answer answer) {
    JsonNode responses = operation.definition().path("responses");
    JsonNode response = responses.path(Integer.toString(answer.status()));
    if (response.isMissingNode()) {
      Set<String> known = new TreeSet<>();
      responses.fieldNames().forEachRemaining(known::add);
      return List.of(
          "status %d is not documented for %s (only %s)"
              .formatted(answer.status(), operation, known));
    }
    return response(document.resolve(response), answer);
  }

  private List<String> response(JsonNode response, Answer answer) {
    List<String> faults = new ArrayList<>(headers(response.path("headers"), answer));
    JsonNode content = response.path("content");
    if (content.isEmpty()) {
      if (!answer.text().isEmpty()) {
        faults.add("no body is documented, yet one came");
      }
      return faults;
    }
    JsonNode media = content.path(answer.mediaType());
    if (media.isMissingNode()) {
      Set<String> known = new TreeSet<>();
      content.fieldNames().forEachRemaining(known::add);
      faults.add(
          "content type \"%s\" is not documented (only %s)".formatted(answer.mediaType(), known));
    } else {
      faults.addAll(body(media.path("schema"), answer));
    }
    return faults;
  }

  private List<String> body(JsonNode schema, Answer answer) {
    boolean json = answer.mediaType().endsWith("json");
    if (json && answer.body().isMissingNode()) {
      return List.of("the body is no JSON");
    }
    return document.faults(schema, json ? answer.body() : TextNode.valueOf(answer.text()));
  }

  private List<String> headers(JsonNode headers, Answer answer) {
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : headers.properties()) {
      JsonNode header = document.resolve(entry.getValue());
      String value = answer.header(entry.getKey());
      if (value != null) {
        document.faults(header.path("schema"), TextNode.valueOf(value)).stream()
            .map(fault -> "header " + entry.getKey() + ": " + fault)
            .forEach(faults::add);
      } else if (header.path("required").asBoolean()) {
        faults.add("header " + entry.getKey() + " is missing");
      }
    }
    return faults;
  }

  static boolean isProblem(Answer answer) {
    return answer.mediaType().equals(PROBLEM);
  }
}
