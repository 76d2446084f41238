package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.testkit.ProcessResult;
import family.garden.testkit.Programs;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scans of the encryption from outside. */
@ExtendWith(OneStack.class)
class TlsIT {
  /** Findings of testssl.sh that are accepted, each with the reason. */
  private static final Map<String, String> ACCEPTED =
      Map.of(
          "cert_revocation", "an authority at home has no list; a new certificate comes by itself",
          "cipher_order", "phones without AES instructions choose ChaCha20; every cipher is strong",
          "BREACH", "only pages are packed with br, and no page has a secret in it");

  private final Stack stack;
  private final Site site;

  TlsIT(Stack stack) {
    this.stack = stack;
    this.site = Site.of(stack);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1", "-tls1_1"})
  void refusesWhatIsOlderThanTls12(String version) {
    // At its default security level OpenSSL's client itself would refuse.
    assertThat(handshake(version, "-cipher", "DEFAULT@SECLEVEL=0").output())
        .contains("alert protocol version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void speaksHttp2WithWhatIsNew(String version) {
    assertThat(handshake(version, "-alpn", "h2,http/1.1").output())
        .contains("ALPN protocol: h2", "Server Temp Key: X25519");
    assertThat(site.getByHttp2("/").version()).isEqualTo(HttpClient.Version.HTTP_2);
  }

  private ProcessResult handshake(String... options) {
    Programs.require("openssl", "openssl");
    return Programs.run(
        List.of("openssl", "s_client", "-connect", "localhost:" + stack.https()), options);
  }

  @Test
  void showsACertificateOfItsNamesForNoLongerThanBrowsersAccept() throws Exception {
    X509Certificate certificate = site.certificate();
    assertThat(certificate.getSubjectAlternativeNames().stream().<Object>map(name -> name.get(1)))
        .containsExactly("localhost", "booking.family.local");
    assertThat(
            Duration.between(
                certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant()))
        .isBetween(Duration.ofDays(390), Duration.ofDays(398));
    assertThat(certificate.getNotBefore().toInstant())
        .as("good for a phone whose clock is hours behind")
        .isBefore(Instant.now().minus(Duration.ofHours(23)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing-here", "/api/me", "/api/nothing", "/trust"})
  void tellsBrowsersToStayWithTls(String path) {
    assertThat(site.get(path).headers().allValues("Strict-Transport-Security"))
        .containsExactly("max-age=31536000");
  }

  /** About a minute: the checks of handshakes, ciphers, certificates and known weaknesses. */
  @Test
  void hasNoWeaknessThatTestsslKnowsAndAnAForIt(@TempDir Path folder) throws IOException {
    Path authority = Files.writeString(folder.resolve("ca.crt"), site.authority());
    Path findings = folder.resolve("findings.json");
    ProcessResult outcome =
        Testbed.run(
            "testssl",
            "--quiet",
            "--color=0",
            "--warnings=off",
            "--add-ca=" + authority,
            "--jsonfile=" + findings,
            stack.address());
    Assumptions.assumeFalse(outcome.isUnavailable(), outcome::output);
    JsonNode found = Stack.json(Files.readString(findings));
    assertThat(found.valueStream().map(each -> each.path("id").asText()))
        .as(outcome.output())
        .contains("cert_chain_of_trust", "TLS1_3", "HSTS_time", "BREACH");
    assertThat(
            found
                .valueStream()
                .filter(
                    each -> each.path("severity").asText().matches("MEDIUM|HIGH|CRITICAL|FATAL"))
                .filter(each -> !ACCEPTED.containsKey(each.path("id").asText()))
                .map(JsonNode::toString)
                .collect(Collectors.joining("\n")))
        .isEmpty();
    // With a known authority no cap applies to the grade.
    assertThat(
            found
                .valueStream()
                .filter(each -> each.path("id").asText().equals("overall_grade"))
                .map(each -> each.path("finding").asText()))
        .as(outcome.output())
        .singleElement(InstanceOfAssertFactories.STRING)
        .matches("A\\+?");
  }
}
