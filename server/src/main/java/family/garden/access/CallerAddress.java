package family.garden.access;

import family.garden.platform.config.Configuration;
import family.garden.platform.config.Networks;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;

/**
 * The network address that a request comes from. Each proxy appends the address of its client, so
 * the server reads the list from its end as long as the keeper trusts the proxy that wrote the
 * entry; the caller may have invented what stands before. Quarkus would read the list from its
 * beginning.
 */
@Singleton
final class CallerAddress {
  private final Networks trusted;

  CallerAddress(Configuration configuration) {
    this.trusted = configuration.trustedProxies();
  }

  String of(HttpServerRequest request) {
    SocketAddress peer = request.connection().remoteAddress();
    String address = peer == null || peer.hostAddress() == null ? "unknown" : peer.hostAddress();
    String forwarded = String.join(",", request.headers().getAll("X-Forwarded-For"));
    for (String next : List.of(forwarded.split(",", -1)).reversed()) {
      if (!isTrusted(address) || !isAddress(next.strip())) {
        break;
      }
      address = next.strip();
    }
    return address;
  }

  private boolean isTrusted(String address) {
    return isAddress(address) && trusted.contain(InetAddress.ofLiteral(address));
  }

  private static boolean isAddress(String text) {
    try {
      return InetAddress.ofLiteral(text) != null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
