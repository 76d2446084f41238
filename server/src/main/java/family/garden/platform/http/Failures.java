package family.garden.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import family.garden.platform.database.Outage;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception of a resource into a problem document. */
final class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class);

  @ServerExceptionMapper(priority = 1)
  Response refusal(Refusal refusal, HttpHeaders headers) {
    return ProblemDocument.answer(refusal, language(headers));
  }

  /**
   * Quarkus answers this exception itself, with an empty body, unless exactly this type is mapped.
   */
  @ServerExceptionMapper(priority = 1)
  Response mismatch(MismatchedInputException unreadable, HttpHeaders headers) {
    return json(unreadable, headers);
  }

  @ServerExceptionMapper(priority = 1)
  Response json(JsonProcessingException unreadable, HttpHeaders headers) {
    return ProblemDocument.answer(unreadable(unreadable), language(headers));
  }

  @ServerExceptionMapper(priority = 1)
  Response encoding(CharConversionException notUtf8, HttpHeaders headers) {
    return unreadableBody(headers);
  }

  @ServerExceptionMapper(priority = 1)
  Response encoding(CharacterCodingException notUtf8, HttpHeaders headers) {
    return unreadableBody(headers);
  }

  private static Response unreadableBody(HttpHeaders headers) {
    return ProblemDocument.answer(
        Refusal.invalid("body", Text.of("field.json")), language(headers));
  }

  @ServerExceptionMapper(priority = 1)
  Response web(WebApplicationException refused, HttpHeaders headers, UriInfo uri) {
    // Quarkus wraps exceptions from reading a body or a parameter.
    if (refused.getCause() instanceof JsonProcessingException unreadable) {
      return json(unreadable, headers);
    }
    int status = refused.getResponse().getStatus();
    if (status == 404) {
      return ProblemDocument.answer(Refusal.notFound(), language(headers));
    }
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(ProblemDocument.MEDIA_TYPE)
            .entity(ProblemDocument.of(status, language(headers)));
    if (status == 405) {
      AllowedMethods.of(uri.getPath())
          .ifPresent(methods -> answer.header(HttpHeaders.ALLOW, methods));
    }
    return answer.build();
  }

  @ServerExceptionMapper(priority = 1)
  Response anything(Throwable failure, HttpHeaders headers, HttpServerRequest request) {
    if (HungUp.isBehind(failure, request)) {
      LOG.debug("A caller hung up", failure);
      return Response.status(400).build();
    }
    if (Outage.isBehind(failure)) {
      LOG.warnf("The database did not answer: %s", failure.getMessage());
      return ProblemDocument.answer(Refusal.unavailable(), language(headers));
    }
    LOG.error("A request failed unexpectedly", failure);
    return Response.serverError()
        .type(ProblemDocument.MEDIA_TYPE)
        .entity(ProblemDocument.of(500, language(headers)))
        .build();
  }

  private static Refusal unreadable(JsonProcessingException failure) {
    if (failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String field =
          mapping.getPath().stream()
              .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
              .limit(8)
              .collect(Collectors.joining("."));
      String reason =
          switch (mapping) {
            case UnrecognizedPropertyException unknown -> "field.unknown";
            case InvalidFormatException malformed ->
                malformed.getTargetType() == LocalDate.class ? "field.date" : "field.format";
            default -> "field.value";
          };
      // A hostile name may be as long as the body allows.
      return Refusal.invalid(field.substring(0, Math.min(field.length(), 100)), Text.of(reason));
    }
    return Refusal.invalid("body", Text.of("field.json"));
  }

  private static Language language(HttpHeaders headers) {
    return Language.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
