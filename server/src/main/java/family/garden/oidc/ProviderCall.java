package family.garden.oidc;

import family.garden.oidc.OidcException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request to the provider: five seconds and 256 KiB at the most, and no redirects. */
final class ProviderCall {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int MAX_BYTES = 256 * 1024;

  private ProviderCall() {}

  static HttpResponse<String> get(URI uri) throws OidcException {
    return send(request(uri).GET());
  }

  /** Sends a GET request with an access token. */
  static HttpResponse<String> get(URI uri, String accessToken) throws OidcException {
    try {
      return send(request(uri).header("Authorization", "Bearer " + accessToken).GET());
    } catch (IllegalArgumentException noHeader) {
      throw new OidcException(
          Kind.FAILED, "the provider's access token cannot be sent in a header", noHeader);
    }
  }

  /**
   * Sends a form.
   *
   * @param authorization the header, or "" for none
   */
  static HttpResponse<String> post(URI uri, String form, String authorization)
      throws OidcException {
    HttpRequest.Builder request =
        request(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    return send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).header("Accept", "application/json");
  }

  private static HttpResponse<String> send(HttpRequest.Builder builder) throws OidcException {
    HttpRequest request = builder.build();
    // A client for each request: one that is kept holds a thread and buffers for a log-in a week.
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();
    try {
      // The request's own timeout covers only the header of the answer.
      return client
          .sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BYTES))
          .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new OidcException(Kind.UNAVAILABLE, request.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OidcException(Kind.UNAVAILABLE, "the request was interrupted", e);
    } finally {
      client.shutdownNow();
    }
  }

  /** The same for jose4j, which knows one exception only. */
  static HttpResponse<String> getOrThrow(URI uri) throws IOException {
    try {
      return get(uri);
    } catch (OidcException away) {
      throw new IOException(away.getMessage(), away);
    }
  }
}
