package family.garden.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.served();

  /** Every call of the contract, by who may make it. */
  private static final Set<String> CONTRACT =
      Set.of(
          "anyone POST /api/setup",
          "anyone POST /api/auth/login",
          "member POST /api/auth/logout",
          "anyone POST /api/auth/register",
          "anyone POST /api/auth/verify-email",
          "anyone POST /api/auth/resend-verification",
          "anyone POST /api/auth/forgot-password",
          "anyone POST /api/auth/reset-password",
          "anyone POST /api/auth/accept-invitation",
          "administrator POST /api/admin/users",
          "administrator GET /api/admin/users",
          "administrator POST /api/admin/users/{id}/approve",
          "administrator POST /api/admin/users/{id}/reject",
          "administrator POST /api/admin/users/{id}/revoke",
          "administrator POST /api/admin/users/{id}/password-link",
          "administrator PUT /api/admin/users/{id}/email",
          "member GET /api/bookings/{id}/calendar.ics",
          "administrator PATCH /api/admin/users/{id}",
          "member GET /api/me",
          "member PATCH /api/me",
          "member DELETE /api/me",
          "member GET /api/me/export",
          "member PUT /api/me/password",
          "member GET /api/me/sessions",
          "member DELETE /api/me/sessions",
          "member DELETE /api/me/sessions/{id}",
          "member POST /api/me/confirmation/options",
          "member POST /api/me/confirmation",
          "anyone POST /api/auth/passkey/options",
          "anyone POST /api/auth/passkey",
          "anyone GET /api/auth/methods",
          "anyone GET /api/auth/oidc",
          "anyone GET /api/auth/oidc/callback",
          "member POST /api/me/passkeys/options",
          "member GET /api/me/passkeys",
          "member POST /api/me/passkeys",
          "member PATCH /api/me/passkeys/{id}",
          "member DELETE /api/me/passkeys/{id}",
          "administrator GET /api/admin/security-settings",
          "administrator PUT /api/admin/security-settings",
          "administrator GET /api/admin/email-settings",
          "administrator PUT /api/admin/email-settings",
          "administrator POST /api/admin/email-settings/test",
          "administrator GET /api/admin/refused-mail",
          "administrator DELETE /api/admin/refused-mail",
          "administrator GET /api/admin/security-events",
          "administrator GET /api/admin/box",
          "member GET /api/sleeping-accommodations",
          "member GET /api/sleeping-accommodations/{id}",
          "administrator POST /api/sleeping-accommodations",
          "administrator PUT /api/sleeping-accommodations/{id}",
          "administrator DELETE /api/sleeping-accommodations/{id}",
          "member GET /api/bookings",
          "member GET /api/bookings/{id}",
          "member GET /api/bookings/{id}/history",
          "approved POST /api/bookings",
          "approved PUT /api/bookings/{id}",
          "approved POST /api/bookings/{id}/cancel",
          "administrator POST /api/bookings/{id}/accept",
          "administrator POST /api/bookings/{id}/reject",
          "member POST /api/bookings/validate",
          "member GET /api/bookings/availability",
          "member GET /api/timeline",
          "administrator GET /api/admin/occupancy",
          "administrator GET /api/admin/occupancy.csv",
          "member GET /api/me/calendar-feed",
          "member POST /api/me/calendar-feed",
          "member DELETE /api/me/calendar-feed",
          "anyone GET /api/calendar/{token}.ics",
          "administrator GET /api/admin/external-calendars",
          "administrator POST /api/admin/external-calendars",
          "administrator DELETE /api/admin/external-calendars/{id}",
          "administrator POST /api/admin/external-calendars/{id}/refresh",
          "member GET /api/waiting",
          "approved POST /api/waiting",
          "approved DELETE /api/waiting/{id}",
          "approved POST /api/waiting/{id}/accept",
          "anyone GET /api/health",
          "anyone GET /api/health/live",
          "anyone GET /api/health/ready",
          "anyone GET /api/version",
          "anyone GET /api/openapi",
          "anyone GET /metrics");

  @Test
  void saysThatItIsOpenApi31() {
    assertThat(DOCUMENT.root().path("openapi").asText()).startsWith("3.1.");
  }

  @Test
  void hasEveryCallOfTheContractAndNoOther() {
    Set<String> calls = new TreeSet<>();
    DOCUMENT.operations().forEach(call -> calls.add(call.access() + " " + call));
    assertThat(calls).containsExactlyInAnyOrderElementsOf(CONTRACT);
  }

  @Test
  void leadsSomewhereWithEveryReference() {
    List<JsonNode> references = new ArrayList<>();
    collectReferences(DOCUMENT.root(), references);
    assertThat(references)
        .hasSizeGreaterThan(300)
        .allSatisfy(reference -> assertThat(DOCUMENT.resolve(reference).isMissingNode()).isFalse());
  }

  private static void collectReferences(JsonNode node, List<JsonNode> into) {
    if (node.has("$ref")) {
      into.add(node);
    }
    node.forEach(child -> collectReferences(child, into));
  }

  @Test
  void usesEveryComponent() {
    String text = OpenApiDocument.read();
    // Needed where no operation is: see AnswerRules.
    Set<String> spoken = Set.of("MethodNotAllowed");
    for (String kind : List.of("schemas", "responses", "parameters", "headers")) {
      DOCUMENT
          .root()
          .path("components")
          .path(kind)
          .fieldNames()
          .forEachRemaining(
              name ->
                  assertThat(spoken.contains(name) || text.contains("/" + kind + "/" + name + "'"))
                      .as("%s %s is used", kind, name)
                      .isTrue());
    }
  }

  @Test
  void namesEveryOperationOnce() {
    assertThat(DOCUMENT.operations())
        .extracting(Operation::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z][A-Za-z]+"));
  }

  @Test
  void asksForASessionExactlyWhereNotAnyoneMayCall() {
    assertThat(DOCUMENT.operations())
        .allSatisfy(
            call -> {
              assertThat(call.definition().path("security").isArray())
                  .as("%s is open", call)
                  .isEqualTo(call.access().equals("anyone"));
              if (!call.access().equals("anyone")) {
                assertThat(call.definition().path("responses").has("401")).as("%s", call).isTrue();
                assertThat(call.definition().path("responses").has("403")).as("%s", call).isTrue();
              }
            });
  }

  @Test
  void describesEveryParameterOfAPath() {
    assertThat(DOCUMENT.operations())
        .allSatisfy(
            call ->
                assertThat(
                        call.parameters().stream()
                            .map(DOCUMENT::resolve)
                            .filter(parameter -> parameter.path("in").asText().equals("path")))
                    .as("%s", call)
                    .hasSize(call.isPattern() ? 1 : 0));
  }

  @Test
  void saysThatBodiesMayBeTooLargeOrOfTheWrongType() {
    assertThat(DOCUMENT.operations())
        .filteredOn(call -> call.definition().has("requestBody"))
        .allSatisfy(
            call ->
                assertThat(call.definition().path("responses").fieldNames())
                    .toIterable()
                    .as("%s", call)
                    .contains("400", "413", "415"));
  }

  @Test
  void isStrictAboutEveryObject() {
    List<String> loose = new ArrayList<>();
    DOCUMENT
        .root()
        .at("/components/schemas")
        .properties()
        .forEach(schema -> collectLoose(schema.getKey(), schema.getValue(), loose));
    assertThat(loose).isEmpty();
  }

  private static void collectLoose(String where, JsonNode schema, List<String> into) {
    if (schema.path("type").asText().equals("object") && !schema.has("additionalProperties")) {
      into.add(where);
    }
    schema.properties().forEach(e -> collectLoose(where + "." + e.getKey(), e.getValue(), into));
  }
}
