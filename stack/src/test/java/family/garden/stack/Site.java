package family.garden.stack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Sends requests to a copy of the stack like a browser that trusts only its authority.
 *
 * <p>It uses HTTP/1.1. nginx ends connections when it reloads and after a thousand requests. A
 * browser repeats a request that the server did not process at such a moment; Java's client does so
 * with HTTP/1.1 but fails with HTTP/2.
 */
final class Site {
  private final String address;
  private final String authority;
  private final HttpClient client;

  private Site(String address, String authority) {
    this.address = address;
    this.authority = authority;
    this.client = client(HttpClient.Version.HTTP_1_1);
  }

  private HttpClient client(HttpClient.Version version) {
    return HttpClient.newBuilder()
        .version(version)
        .sslContext(trusting(authority))
        .connectTimeout(Duration.ofSeconds(10))
        .build();
  }

  static Site of(Running stack) {
    HttpClient plain = HttpClient.newHttpClient();
    String authority =
        send(plain, request(URI.create("http://localhost:" + stack.http() + "/ca.crt")).build())
            .body();
    return new Site(stack.address(), authority);
  }

  private static SSLContext trusting(String authority) {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null);
      trusted.setCertificateEntry(
          "garden",
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(authority.getBytes(StandardCharsets.US_ASCII))));
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError("Tried to trust the stack's authority, failed: " + e, e);
    }
  }

  /** The same trust, for connections that a test opens itself. */
  SSLSocketFactory sockets() {
    return trusting(authority).getSocketFactory();
  }

  /** The certificate that it trusts, as text. */
  String authority() {
    return authority;
  }

  /** The certificate that the site presents. */
  X509Certificate certificate() {
    try {
      return (X509Certificate) get("/").sslSession().orElseThrow().getPeerCertificates()[0];
    } catch (SSLPeerUnverifiedException e) {
      throw new AssertionError("Asked for the site's certificate, failed: " + e, e);
    }
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(client, with(request(URI.create(address + path)), headers).build());
  }

  HttpResponse<String> get(URI address) {
    return send(client, request(address).build());
  }

  HttpResponse<String> post(String path, String json, String... headers) {
    HttpRequest.Builder request =
        request(URI.create(address + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return send(client, with(request, headers).build());
  }

  HttpResponse<String> put(String path, String json, String... headers) {
    HttpRequest.Builder request =
        request(URI.create(address + path))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json));
    return send(client, with(request, headers).build());
  }

  /** Uses HTTP/2 if the site offers it, on a new connection. */
  HttpResponse<String> getByHttp2(String path) {
    try (HttpClient http2 = client(HttpClient.Version.HTTP_2)) {
      return send(http2, request(URI.create(address + path)).build());
    }
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30));
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("Asked " + request.uri() + ", failed: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
