package family.garden.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Treats a malformed Accept header as "anything", as RFC 9110 (12.5.1) allows; Quarkus would fail
 * on it.
 */
final class UnreadableAccept {
  private static final Pattern READABLE =
      Pattern.compile("(\\s*[\\w!#$&^.+*-]+/[\\w!#$&^.+*-]+\\s*(;[^,]*)?,?)+");
  private static final int LONGEST = 500;

  void register(@Observes Filters filters) {
    filters.register(UnreadableAccept::drop, 80);
  }

  private static void drop(RoutingContext exchange) {
    if (!isReadable(exchange.request().getHeader(HttpHeaders.ACCEPT))) {
      exchange.request().headers().remove(HttpHeaders.ACCEPT);
    }
    exchange.next();
  }

  private static boolean isReadable(@Nullable String accept) {
    return accept == null || (accept.length() <= LONGEST && READABLE.matcher(accept).matches());
  }
}
