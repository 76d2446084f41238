package family.garden.platform.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * The server speaks only HTTP/1.1: nginx speaks HTTP/2 with browsers, and neither nginx nor a
 * browser speaks it without TLS. An unused protocol would only be one more thing to attack.
 */
@Singleton
final class Protocol implements HttpServerOptionsCustomizer {
  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }
}
