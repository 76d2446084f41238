package family.garden.survival;

import family.garden.contract.OpenApiDocument;
import family.garden.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** One well-formed call for each operation of the document that needs the database. */
final class EveryCall {
  private static final Set<String> WITHOUT_DATABASE =
      Set.of(
          "/api/health", "/api/health/live", "/api/health/ready", "/api/version", "/api/openapi");
  private static final Map<String, Object> PERSON =
      Map.of("email", "ida@garden.example", "firstName", "Ida", "lastName", "Grün");
  private static final Map<String, String> PASSWORD = Map.of("password", "tulips in the rain");

  private EveryCall() {}

  /**
   * A call.
   *
   * @param path with its query
   * @param body empty for none
   */
  record Call(String method, String path, Map<String, ?> body) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static List<Call> thatNeedsTheDatabase(Stay stay) {
    return OpenApiDocument.served().operations().stream()
        .filter(operation -> !operation.isElsewhere())
        .filter(operation -> !WITHOUT_DATABASE.contains(operation.path()))
        .map(operation -> call(operation, stay))
        .toList();
  }

  private static Call call(Operation operation, Stay stay) {
    String path = operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    String query =
        switch (operation.path()) {
          case "/api/bookings/availability" ->
              "?startDate=%s&endDate=%s".formatted(stay.start(), stay.end());
          case "/api/timeline", "/api/admin/occupancy", "/api/admin/occupancy.csv" ->
              "?from=%s&to=%s".formatted(stay.start(), stay.end());
          default -> "";
        };
    return new Call(operation.method(), path + query, body(operation, stay));
  }

  private static Map<String, ?> body(Operation operation, Stay stay) {
    return switch (operation.path()) {
      case "/api/setup", "/api/auth/register" -> with(PERSON, PASSWORD, operation);
      case "/api/auth/login" -> Map.of("email", "ida@garden.example", "password", "wrong by far");
      case "/api/auth/reset-password", "/api/auth/accept-invitation" ->
          Map.of("token", "t", "password", "tulips in the rain");
      case "/api/auth/verify-email" -> Map.of("token", "t");
      case "/api/auth/resend-verification", "/api/auth/forgot-password" ->
          Map.of("email", "ida@garden.example");
      case "/api/bookings", "/api/bookings/{id}", "/api/bookings/validate", "/api/waiting" ->
          operation.method().equals("GET") ? Map.of() : stay.draft();
      // Who calls is asked first, so that these need no sensible body.
      default -> operation.definition().has("requestBody") ? Map.of("name", "x") : Map.of();
    };
  }

  private static Map<String, ?> with(
      Map<String, Object> person, Map<String, String> password, Operation operation) {
    Map<String, Object> body = new TreeMap<>(person);
    body.putAll(password);
    if (operation.path().equals("/api/setup")) {
      body.put("token", "t");
    }
    return body;
  }
}
