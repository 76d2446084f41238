package family.garden.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.Future;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A problem document (RFC 9457).
 *
 * @param errors the sentences about each field that caused the refusal
 * @param nights the nights that caused the refusal, if a range is full
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
    return new ProblemDocument(
        "about:blank",
        title(refusal.status()),
        refusal.status(),
        refusal.detail().in(language),
        Text.all(refusal.errors(), language),
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
      answer.header(HttpHeaders.RETRY_AFTER, seconds(refusal.retryAfter()));
    }
    return answer.build();
  }

  /** Refuses a request that reaches no resource, and closes the connection. */
  static Future<Void> hangUpOn(RoutingContext exchange, Refusal refusal) {
    if (refusal.retryAfter() != null) {
      exchange.response().putHeader(HttpHeaders.RETRY_AFTER, "" + seconds(refusal.retryAfter()));
    }
    return hangUpOn(exchange, of(refusal, language(exchange)));
  }

  /** Refuses a request that reaches no resource, and closes the connection. */
  static Future<Void> hangUpOn(RoutingContext exchange, int status) {
    return hangUpOn(exchange, of(status, language(exchange)));
  }

  private static Future<Void> hangUpOn(RoutingContext exchange, ProblemDocument problem) {
    return exchange
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
        .putHeader("Connection", "close")
        .end(Json.encode(problem));
  }

  private static Language language(RoutingContext exchange) {
    return Language.accepted(exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.toSeconds());
  }
}
