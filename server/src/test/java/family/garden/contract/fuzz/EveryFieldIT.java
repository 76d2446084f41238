package family.garden.contract.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.Json;
import family.garden.contract.OpenApiDocument;
import family.garden.contract.Operation;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every field and every query parameter of the document, with values that its schema does not
 * allow: each is a 400 that names the field. The test finds new fields in the document.
 */
class EveryFieldIT {
  @AutoClose private static final Garden GARDEN = Garden.open();

  @AutoClose
  private static final Garden EMPTY =
      Garden.open(
          launch -> launch.without("BOOKING_ADMIN_EMAIL").without("BOOKING_ADMIN_PASSWORD"));

  private static final OpenApiDocument DOCUMENT = OpenApiDocument.served();
  private static final KnownIds IDS = new KnownIds();
  private static final SchemaSampler GOOD =
      new SchemaSampler(DOCUMENT, IDS, new Random(1), GardenServer.today());
  private static final Api ADMIN = GARDEN.administrator().api().ifMatch("*");
  private static final UUID PLACE = GARDEN.place("Wiese", 9);
  private static final Person ANNA = GARDEN.member("Anna");
  private static final UUID BOOKING = GARDEN.book(ANNA, Stay.in(PLACE, 9, 2, 1)).id();

  static {
    IDS.add("/api/sleeping-accommodations", PLACE);
    IDS.add("/api/bookings", BOOKING);
  }

  /**
   * Operations without a test here: they end the test's own session, or need a garden of their own.
   */
  private static boolean isTried(Operation operation) {
    return !operation.isElsewhere() && !operation.path().equals("/api/setup");
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatABodySchemaDoesNotAllow() {
    return DOCUMENT.operations().stream()
        .filter(EveryFieldIT::isTried)
        .flatMap(operation -> bodyTests(operation, GARDEN, ADMIN));
  }

  private static Stream<DynamicTest> bodyTests(Operation operation, Garden garden, Api caller) {
    JsonNode schema = operation.definition().at("/requestBody/content/application~1json/schema");
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (schema.isMissingNode()) {
      return Stream.empty();
    }
    body.set("body", full("body", schema));
    List<Place> places = new ArrayList<>();
    collect(schema, body, "body", "", places);
    return places.stream()
        .filter(place -> !place.name().isEmpty())
        .map(
            place ->
                dynamicTest(
                    operation + " " + place.name(),
                    () -> check(operation, body, place, garden, caller)));
  }

  /** That call is there only until there is an administrator. */
  @TestFactory
  Stream<DynamicTest> refusesWhatTheSetUpDoesNotAllow() {
    Operation setup =
        DOCUMENT.operations().stream()
            .filter(operation -> operation.path().equals("/api/setup"))
            .findFirst()
            .orElseThrow();
    return bodyTests(setup, EMPTY, EMPTY.api());
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatAParameterDoesNotAllow() {
    return DOCUMENT.operations().stream()
        .filter(operation -> isTried(operation) && operation.method().equals("GET"))
        .flatMap(
            operation ->
                queries(operation).stream()
                    .map(
                        wrong ->
                            dynamicTest(
                                operation + " ?" + wrong.path("name").asText(),
                                () -> check(operation, wrong))));
  }

  /** A field of a body, and the object or list that it stands in. */
  private record Place(String name, JsonNode parent, String key, JsonNode schema) {
    JsonNode put(JsonNode value) {
      return parent instanceof ObjectNode object
          ? object.replace(key, value)
          : ((ArrayNode) parent).set(0, value);
    }
  }

  /** What a reference leads to, also where it stands alone in an {@code allOf}. */
  private static JsonNode resolved(JsonNode schemaOrReference) {
    JsonNode schema = DOCUMENT.resolve(schemaOrReference);
    return schema.has("allOf") ? DOCUMENT.resolve(schema.path("allOf").path(0)) : schema;
  }

  /** A valid value with every optional field. */
  private static JsonNode full(String name, JsonNode schemaOrReference) {
    JsonNode schema = resolved(schemaOrReference);
    if (schema.path("type").asText().equals("object")) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      schema
          .path("properties")
          .properties()
          .forEach(each -> object.set(each.getKey(), full(each.getKey(), each.getValue())));
      return object;
    }
    if (schema.path("type").asText().equals("array")) {
      return JsonNodeFactory.instance.arrayNode().add(full(name, schema.path("items")));
    }
    if (name.equals("host")) {
      return JsonNodeFactory.instance.textNode("localhost");
    }
    return schema.path("pattern").asText().contains("@")
        ? JsonNodeFactory.instance.textNode(UUID.randomUUID() + "@garden.example")
        : GOOD.sample(name, schema);
  }

  private static void collect(
      JsonNode schemaOrReference, JsonNode parent, String key, String name, List<Place> places) {
    JsonNode schema = resolved(schemaOrReference);
    places.add(new Place(name, parent, key, schema));
    JsonNode value = parent instanceof ArrayNode ? parent.path(0) : parent.path(key);
    for (Map.Entry<String, JsonNode> each : schema.path("properties").properties()) {
      collect(each.getValue(), value, each.getKey(), name + "/" + each.getKey(), places);
    }
    if (value instanceof ArrayNode) {
      collect(schema.path("items"), value, "0", name + "/0", places);
    }
  }

  private static void check(
      Operation operation, ObjectNode body, Place place, Garden garden, Api caller) {
    List<String> accepted = new ArrayList<>();
    for (String bad : BadValues.of(place.schema())) {
      garden.forgiveAttempts();
      JsonNode good = place.put(new POJONode(new RawValue(bad)));
      byte[] bytes = Json.write(body.path("body")).getBytes(StandardCharsets.UTF_8);
      place.put(good);
      Answer answer = caller.send(operation.method(), path(operation), bytes, "application/json");
      String leaf = place.name().replaceFirst("(/0)*$", "").replaceFirst(".*/", "");
      // This operation answers a question about the value and does not refuse it.
      boolean isVerdict =
          operation.id().equals("validateBooking")
              && answer.status() == 200
              && !answer.body().path("isValid").asBoolean();
      boolean isRefused = answer.status() == 400 || isVerdict;
      if (!isRefused || !answer.body().path("errors").toString().contains(leaf)) {
        accepted.add(bad + ": " + answer);
      }
    }
    assertThat(accepted).isEmpty();
  }

  private static void check(Operation operation, JsonNode wrong) {
    List<String> accepted = new ArrayList<>();
    String name = wrong.path("name").asText();
    for (String bad : BadValues.ofParameter(DOCUMENT.resolve(wrong.path("schema")))) {
      List<String> query = new ArrayList<>();
      for (JsonNode parameter : queries(operation)) {
        String other = parameter.path("name").asText();
        if (other.equals(name)) {
          query.add(name + "=" + URLEncoder.encode(bad, StandardCharsets.UTF_8));
        } else if (parameter.path("required").asBoolean()) {
          query.add(other + "=" + GOOD.sample(other, parameter.path("schema")).asText());
        }
      }
      Answer answer = ADMIN.get(path(operation) + "?" + String.join("&", query));
      if (answer.status() != 400 || answer.errors(name).isMissingNode()) {
        accepted.add(bad + ": " + answer);
      }
    }
    assertThat(accepted).isEmpty();
  }

  private static List<JsonNode> queries(Operation operation) {
    return operation.parameters().stream()
        .map(DOCUMENT::resolve)
        .filter(parameter -> parameter.path("in").asText().equals("query"))
        .toList();
  }

  private static String path(Operation operation) {
    UUID id =
        operation.path().startsWith("/api/bookings")
            ? BOOKING
            : operation.path().startsWith("/api/admin/users") ? ANNA.id() : PLACE;
    return operation.path().replaceFirst("\\{\\w+}", id.toString());
  }
}
