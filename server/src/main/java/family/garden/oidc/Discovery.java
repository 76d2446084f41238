package family.garden.oidc;

import family.garden.oidc.OidcException.Kind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about itself (OpenID Connect Discovery 1.0).
 *
 * @param userInfo its UserInfo endpoint; null if it has none
 * @param basic whether the client's secret goes into the Authorization header; otherwise into the
 *     form
 */
record Discovery(URI authorization, URI token, URI keys, @Nullable URI userInfo, boolean basic) {
  /** Fetches the provider's discovery document. */
  static Discovery of(String issuer) throws OidcException {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    HttpResponse<String> answer =
        ProviderCall.get(URI.create(base + "/.well-known/openid-configuration"));
    if (answer.statusCode() != 200) {
      throw new OidcException(
          Kind.UNAVAILABLE, issuer + " answers with status " + answer.statusCode());
    }
    try {
      return read(issuer, new JsonObject(answer.body()));
    } catch (RuntimeException malformed) {
      throw new OidcException(
          Kind.UNAVAILABLE, issuer + " has no valid discovery document", malformed);
    }
  }

  private static Discovery read(String issuer, JsonObject document) throws OidcException {
    if (!issuer.equals(document.getString("issuer"))) {
      throw new OidcException(
          Kind.UNAVAILABLE, issuer + " calls itself " + document.getString("issuer"));
    }
    return new Discovery(
        endpoint(issuer, document, "authorization_endpoint"),
        endpoint(issuer, document, "token_endpoint"),
        endpoint(issuer, document, "jwks_uri"),
        document.getValue("userinfo_endpoint") == null
            ? null
            : endpoint(issuer, document, "userinfo_endpoint"),
        takesBasic(document.getJsonArray("token_endpoint_auth_methods_supported")));
  }

  /** An issuer with TLS must not name endpoints without it. */
  private static URI endpoint(String issuer, JsonObject document, String name) {
    URI uri = URI.create(document.getString(name));
    if (uri.getHost() == null
        || !("https".equals(uri.getScheme())
            || (issuer.startsWith("http:") && "http".equals(uri.getScheme())))) {
      throw new IllegalArgumentException(name);
    }
    return uri;
  }

  private static boolean takesBasic(@Nullable JsonArray methods) {
    return methods == null
        || methods.contains("client_secret_basic")
        || !methods.contains("client_secret_post");
  }
}
