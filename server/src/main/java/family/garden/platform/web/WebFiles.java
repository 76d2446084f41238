package family.garden.platform.web;

import family.garden.platform.config.Configuration;
import family.garden.platform.http.ETags;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Serves the files of the web app from the folder of its build: pages without their suffix, and
 * compressed files where the build made them. Only files that were there at the start are served,
 * so that no path can lead anywhere else.
 */
@Singleton
final class WebFiles {
  /** The same policy as nginx sends in production: only own files, nothing inline. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Map<String, WebFile> files;

  WebFiles(Configuration configuration) throws IOException {
    Path folder = configuration.webFolder();
    files = folder == null ? Map.of() : WebFile.allIn(folder);
  }

  void register(@Observes Filters filters) {
    if (!files.isEmpty()) {
      filters.register(this::serve, 90);
    }
  }

  private void serve(RoutingContext exchange) {
    HttpServerRequest request = exchange.request();
    String path = exchange.normalizedPath();
    boolean reading =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    if (!reading || path.equals("/api") || path.startsWith("/api/")) {
      exchange.next();
      return;
    }
    WebFile file = files.get(path);
    if (file != null) {
      send(file, exchange, 200);
      return;
    }
    if (path.endsWith("/") && files.containsKey(path.substring(0, path.length() - 1))) {
      // The target is the name of a file that is there, so it cannot lead to another site.
      @Nullable String query = request.query();
      exchange
          .response()
          .setStatusCode(308)
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
          .putHeader(
              HttpHeaders.LOCATION,
              path.substring(0, path.length() - 1) + (query == null ? "" : "?" + query))
          .end();
      return;
    }
    WebFile nothingHere = files.get("/404");
    if (nothingHere != null && wantsPage(request)) {
      send(nothingHere, exchange, 404);
    } else {
      exchange.next();
    }
  }

  private static boolean wantsPage(HttpServerRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains("text/html");
  }

  private static void send(WebFile file, RoutingContext exchange, int status) {
    HttpServerRequest request = exchange.request();
    HttpServerResponse response = exchange.response();
    WebFile.Packed packed = file.packedFor(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    response
        .setStatusCode(status)
        .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .putHeader(HttpHeaders.CACHE_CONTROL, file.caching())
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .putHeader(HttpHeaders.ETAG, packed.etag());
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (status == 200 && known != null && ETags.matches(known, packed.etag())) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, file.type());
    @Nullable String encoding = packed.encoding();
    if (encoding != null) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, encoding);
    }
    if (request.method().equals(HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(packed.size())).end();
      return;
    }
    response.sendFile(packed.path().toString()).onFailure(exchange::fail);
  }
}
