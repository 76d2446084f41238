package family.garden.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each rule rejects a response that breaks it. */
class AnswerRulesTest {
  private static final String ACCOMMODATION =
      """
      {"id":"0b8f7c3e-6f0a-4c43-9a53-1f5d1f0f3a11","name":"Gartenhaus","type":"Room",
       "maxCapacity":4,"isActive":true,"version":3}
      """;
  private static final String PROBLEM =
      """
      {"type":"about:blank","title":"Not Found","status":404,"detail":"Gibt es nicht."}
      """;
  private static final String PATH =
      "/api/sleeping-accommodations/0b8f7c3e-6f0a-4c43-9a53-1f5d1f0f3a11";

  private final AnswerRules rules = new AnswerRules(OpenApiDocument.served());

  private List<String> faults(int status, String type, String body, String... moreHeaders) {
    return rules.faults("GET", PATH, answer(status, type, body, moreHeaders));
  }

  private static Answer answer(int status, String type, String body, String... moreHeaders) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Content-Type", List.of(type));
    headers.put("ETag", List.of("\"3\""));
    headers.put("Cache-Control", List.of("no-store"));
    headers.put("X-Content-Type-Options", List.of("nosniff"));
    headers.put("X-Frame-Options", List.of("DENY"));
    headers.put("Referrer-Policy", List.of("no-referrer"));
    headers.put("Content-Security-Policy", List.of("default-src 'none'"));
    for (int i = 0; i < moreHeaders.length; i += 2) {
      headers.put(moreHeaders[i], List.of(moreHeaders[i + 1]));
    }
    headers.values().removeIf(values -> values.equals(List.of("")));
    return Answer.of(
        status,
        HttpHeaders.of(headers, (name, value) -> true),
        body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void takesWhatIsDocumented() {
    assertThat(faults(200, "application/json;charset=UTF-8", ACCOMMODATION)).isEmpty();
    assertThat(faults(404, "application/problem+json", PROBLEM)).isEmpty();
  }

  @Test
  void refusesAnUndocumentedStatus() {
    assertThat(faults(204, "application/json", ""))
        .singleElement()
        .asString()
        .contains("status 204 is not documented for GET /api/sleeping-accommodations/{id}");
  }

  @Test
  void refusesAnUndocumentedProperty() {
    assertThat(faults(200, "application/json", ACCOMMODATION.replace("{", "{\"owner\":\"Anna\",")))
        .singleElement()
        .asString()
        .contains("owner");
  }

  @Test
  void refusesAMissingProperty() {
    assertThat(faults(200, "application/json", ACCOMMODATION.replace("\"isActive\":true,", "")))
        .singleElement()
        .asString()
        .contains("isActive");
  }

  @Test
  void refusesAWrongType() {
    assertThat(faults(200, "application/json", ACCOMMODATION.replace(":4", ":\"4\"")))
        .singleElement()
        .asString()
        .contains("maxCapacity");
  }

  @Test
  void refusesAWrongFormat() {
    assertThat(faults(200, "application/json", ACCOMMODATION.replace("0b8f7c3e-", "")))
        .singleElement()
        .asString()
        .contains("uuid");
  }

  @Test
  void refusesAnAddressThatIsNone() {
    String user =
        """
        {"id":"0b8f7c3e-6f0a-4c43-9a53-1f5d1f0f3a11","email":"anna@home","firstName":"Anna",
         "lastName":"Grün","role":"Member","status":"Active","language":"de",
         "shownAsOccupied":false,"reminded":true,"createdAt":"2027-01-01T12:00:00Z","hasPassword":true}
        """;
    assertThat(rules.faults("GET", "/api/me", answer(200, "application/json", user))).isEmpty();
    assertThat(
            rules.faults(
                "GET", "/api/me", answer(200, "application/json", user.replace("@home", "@"))))
        .singleElement()
        .asString()
        .contains("/email");
  }

  @Test
  void refusesAnUnknownWordOfAList() {
    assertThat(faults(200, "application/json", ACCOMMODATION.replace("Room", "ROOM"))).hasSize(1);
  }

  @Test
  void refusesNullWhereAFieldShouldBeAbsent() {
    assertThat(
            faults(200, "application/json", ACCOMMODATION.replace("{", "{\"description\":null,")))
        .hasSize(1);
  }

  @Test
  void refusesAnotherContentType() {
    assertThat(faults(200, "text/plain", ACCOMMODATION)).hasSize(1);
    assertThat(faults(404, "application/json", PROBLEM)).hasSize(2);
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThat(faults(200, "application/json", "{\"id\":")).containsExactly("the body is no JSON");
  }

  @Test
  void refusesABodyWhereNoneIsDocumented() {
    Answer answer = answer(204, "application/json", "{}");
    assertThat(rules.faults("DELETE", PATH, answer)).hasSize(1);
  }

  @Test
  void refusesAMissingOrMalformedHeader() {
    assertThat(faults(200, "application/json", ACCOMMODATION, "ETag", "")).hasSize(1);
    assertThat(faults(200, "application/json", ACCOMMODATION, "ETag", "3")).hasSize(1);
  }

  @Test
  void refusesACallThatIsNotDescribed() {
    assertThat(rules.faults("GET", "/api/secrets", answer(200, "application/json", "{}")))
        .hasSize(1);
    assertThat(
            rules.faults("GET", "/api/secrets", answer(404, "application/problem+json", PROBLEM)))
        .isEmpty();
  }

  @Test
  void refusesAnAnswerThatOthersMayKeepOrFrame() {
    assertThat(faults(200, "application/json", ACCOMMODATION, "Cache-Control", "max-age=60"))
        .containsExactly("Cache-Control is not no-store");
    assertThat(faults(200, "application/json", ACCOMMODATION, "X-Frame-Options", "")).hasSize(1);
    assertThat(faults(200, "application/json", ACCOMMODATION, "X-Content-Type-Options", ""))
        .hasSize(1);
  }

  @Test
  void refusesAnErrorThatRevealsInternals() {
    assertThat(
            faults(
                404,
                "application/problem+json",
                PROBLEM.replace("Gibt es nicht.", "PSQLException: duplicate key")))
        .containsExactly("the error reveals internals: PSQLException");
  }

  @Test
  void refusesAProblemThatContradictsItsStatus() {
    assertThat(faults(404, "application/problem+json", PROBLEM.replace(":404", ":400"))).hasSize(1);
  }
}
