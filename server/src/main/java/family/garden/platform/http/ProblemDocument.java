package family.garden.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal on the wire, after RFC 9457.
 *
 * @param errors for each field to blame the sentences that say why
 * @param nights the nights to blame, where a range is full
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
    String type,
    String title,
    int status,
    String detail,
    Map<String, List<String>> errors,
    List<LocalDate> nights) {
  static final String MEDIA_TYPE = "application/problem+json";

  static ProblemDocument of(Refusal refusal, Language language) {
    Map<String, List<String>> errors = new LinkedHashMap<>();
    refusal
        .errors()
        .forEach(
            (field, texts) ->
                errors.put(field, texts.stream().map(text -> text.in(language)).toList()));
    return new ProblemDocument(
        "about:blank",
        title(refusal.status()),
        refusal.status(),
        refusal.detail().in(language),
        errors,
        refusal.nights());
  }

  static ProblemDocument of(int status, Language language) {
    String key = status >= 500 ? "refused.fault" : "refused.request";
    return new ProblemDocument(
        "about:blank", title(status), status, Text.of(key).in(language), Map.of(), List.of());
  }

  private static String title(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Error " + status : known.getReasonPhrase();
  }

  static Response answer(Refusal refusal, Language language) {
    Response.ResponseBuilder answer =
        Response.status(refusal.status()).type(MEDIA_TYPE).entity(of(refusal, language));
    if (refusal.retryAfter() != null) {
      answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, refusal.retryAfter().toSeconds()));
    }
    return answer.build();
  }
}
