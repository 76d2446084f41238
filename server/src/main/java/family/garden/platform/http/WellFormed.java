package family.garden.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Refuses requests that a proxy and this server could read differently (RFC 9112, 3.2 and 6.1):
 * several hosts, unknown transfer encodings, and paths with a second spelling. A second spelling
 * would also evade the rules of a proxy for the path.
 */
final class WellFormed {
  private static final int MOST_HEADERS = 100;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~%-]+(:[0-9]{1,5})?");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");

  /** Parameters, empty and dot segments, and the encoded forms of what separates segments. */
  private static final Pattern AMBIGUOUS_PATH =
      Pattern.compile(".*(;|\\\\|//|/\\.{1,2}(/|$)|(?i:%3b|%5c|%2f|%2e|%00)).*");

  void register(@Observes Filters filters) {
    filters.register(WellFormed::check, 97);
  }

  private static void check(RoutingContext exchange) {
    HttpServerRequest request = exchange.request();
    int refused = refused(request);
    if (refused != 0) {
      ProblemDocument.hangUpOn(exchange, refused);
    } else if (AMBIGUOUS_PATH.matcher(request.path()).matches()) {
      ProblemDocument.hangUpOn(exchange, Refusal.notFound());
    } else {
      exchange.next();
    }
  }

  /** The status that a request is refused with; 0 for none. */
  private static int refused(HttpServerRequest request) {
    if (request.headers().entries().size() > MOST_HEADERS) {
      return 431;
    }
    if (!hasOneHost(request) || request.path() == null) {
      return 400;
    }
    int encoding = refusedEncoding(request);
    return encoding != 0 ? encoding : refusedExpectation(request);
  }

  private static boolean hasOneHost(HttpServerRequest request) {
    List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
    if (hosts.isEmpty()) {
      return request.version() == HttpVersion.HTTP_1_0;
    }
    String host = hosts.getFirst();
    return hosts.size() == 1 && (HOST.matcher(host).matches() || IPV6.matcher(host).matches());
  }

  private static int refusedEncoding(HttpServerRequest request) {
    List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    if (encodings.isEmpty()) {
      return 0;
    }
    boolean twoLengths = encodings.size() > 1 || request.headers().contains("Content-Length");
    if (twoLengths || request.version() == HttpVersion.HTTP_1_0) {
      return 400;
    }
    return encodings.getFirst().strip().equalsIgnoreCase("chunked") ? 0 : 501;
  }

  private static int refusedExpectation(HttpServerRequest request) {
    String expected = request.getHeader(HttpHeaders.EXPECT);
    return expected == null || expected.equalsIgnoreCase("100-continue") ? 0 : 417;
  }
}
