package family.garden.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.Json;
import family.garden.contract.Launch;
import family.garden.contract.OpenApiDocument;
import family.garden.contract.Operation;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each operation of the document, called by each kind of caller: access is given or refused as the
 * document says.
 */
class AccessMatrixIT {
  enum Who {
    ANONYMOUS,
    PENDING,
    MEMBER,
    ADMINISTRATOR
  }

  @AutoClose private static final Garden GARDEN = Garden.open();

  private static final OpenApiDocument DOCUMENT = OpenApiDocument.served();
  private static final UUID PLACE = GARDEN.place("Wiese", 100);
  private static final PlausibleBody BODIES = new PlausibleBody(DOCUMENT, PLACE);
  private static final Map<Who, Person> PEOPLE = new EnumMap<>(Who.class);
  private static final Map<Who, UUID> BOOKINGS = new EnumMap<>(Who.class);

  static {
    PEOPLE.put(Who.PENDING, GARDEN.member("Paula"));
    PEOPLE.put(Who.MEMBER, GARDEN.member("Anna"));
    PEOPLE.put(Who.ADMINISTRATOR, GARDEN.administrator());
    PEOPLE.forEach((who, person) -> BOOKINGS.put(who, book(person)));
    BOOKINGS.put(Who.ANONYMOUS, UUID.randomUUID());
    GARDEN.sql().run("UPDATE member SET status = 'Pending' WHERE id = ?", person(Who.PENDING).id());
  }

  private static UUID book(Person person) {
    return GARDEN.book(person, Stay.in(PLACE, 5, 2, 1)).id();
  }

  private static Person person(Who who) {
    return Objects.requireNonNull(PEOPLE.get(who));
  }

  @TestFactory
  Stream<DynamicTest> letsInWhomTheDocumentNames() {
    return DOCUMENT.operations().stream()
        .filter(operation -> !operation.isElsewhere())
        .flatMap(
            operation ->
                Arrays.stream(Who.values())
                    .map(
                        who -> dynamicTest(operation + " by " + who, () -> check(operation, who))));
  }

  private static void check(Operation operation, Who who) {
    GARDEN.forgiveAttempts();
    int status = call(operation, who).status();
    switch (expected(operation.access(), who)) {
      case 401 -> assertThat(status).isEqualTo(401);
      case 403 -> assertThat(status).isEqualTo(403);
      default -> assertThat(status).isNotIn(401, 403).isLessThan(500);
    }
  }

  private static int expected(String access, Who who) {
    Who least =
        switch (access) {
          case "anyone" -> Who.ANONYMOUS;
          case "member" -> Who.PENDING;
          case "approved" -> Who.MEMBER;
          case "administrator" -> Who.ADMINISTRATOR;
          default -> throw new IllegalArgumentException("x-access: " + access);
        };
    if (who.compareTo(least) >= 0) {
      return 200;
    }
    return who == Who.ANONYMOUS ? 401 : 403;
  }

  private static Answer call(Operation operation, Who who) {
    String target = path(operation, who);
    JsonNode schema = operation.definition().at("/requestBody/content/application~1json/schema");
    String body = schema.isMissingNode() ? null : body(operation, schema);
    return conditional(operation, client(operation, who))
        .send(
            operation.method(),
            target,
            body == null ? null : body.getBytes(StandardCharsets.UTF_8),
            body == null ? null : "application/json");
  }

  private static Api client(Operation operation, Who who) {
    if (who == Who.ANONYMOUS) {
      return GARDEN.api();
    }
    Person person = person(who);
    // This call would end the session that the other calls need.
    return operation.id().equals("logOut")
        ? GARDEN.people().logIn(person.email(), person.password()).api()
        : person.api();
  }

  /** With the required headers, each with a value that matches any version. */
  private static Api conditional(Operation operation, Api api) {
    for (JsonNode reference : operation.parameters()) {
      JsonNode parameter = DOCUMENT.resolve(reference);
      if (isNeeded(parameter, "header")) {
        api = api.header(parameter.path("name").asText(), "*");
      }
    }
    return api;
  }

  private static boolean isNeeded(JsonNode parameter, String in) {
    return parameter.path("in").asText().equals(in) && parameter.path("required").asBoolean();
  }

  private static @Nullable String body(Operation operation, JsonNode schema) {
    return operation.id().equals("logIn")
        ? Json.write(Map.of("email", Launch.ADMIN_EMAIL, "password", Launch.ADMIN_PASSWORD))
        : Json.write(BODIES.of("body", schema));
  }

  private static String path(Operation operation, Who who) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (JsonNode reference : operation.parameters()) {
      JsonNode parameter = DOCUMENT.resolve(reference);
      String name = parameter.path("name").asText();
      if (parameter.path("in").asText().equals("path")) {
        path = path.replace("{" + name + "}", id(operation, who).toString());
      } else if (isNeeded(parameter, "query")) {
        query.add(name + "=" + BODIES.of(name, parameter.path("schema")).asText());
      }
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  /**
   * An id of something that the caller owns, so that only the authentication filter can refuse the
   * call; for people, an id of nobody.
   */
  private static UUID id(Operation operation, Who who) {
    if (operation.path().startsWith("/api/bookings")) {
      return Objects.requireNonNull(BOOKINGS.get(who));
    }
    return operation.path().startsWith("/api/sleeping") ? PLACE : UUID.randomUUID();
  }

  @Test
  void letsNobodyInWithoutASessionThatLives() {
    for (String path : List.of("/api/me", "/api/bookings", "/api/admin/users")) {
      GARDEN.api().as("").get(path).expect(401);
      GARDEN.api().as("x").get(path).expect(401);
      GARDEN.api().cookie("x").get(path).expect(401);
      GARDEN.api().header("Authorization", "Basic Z2VyZGE6eA==").get(path).expect(401);
    }
  }
}
