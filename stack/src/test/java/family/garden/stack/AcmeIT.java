package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.testkit.ProcessResult;
import family.garden.testkit.Programs;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A garden with a domain of its own gets its certificate from a public certificate authority. */
@ExtendWith(OneStack.class)
class AcmeIT {
  private static final String DOMAIN = "garten.example.org";

  private final Stack stack;
  private Path folder;
  private Authority authority;

  AcmeIT(Stack stack) {
    this.stack = stack;
  }

  @BeforeEach
  void begin(@TempDir Path folder) throws IOException {
    Programs.require("lego", "lego");
    this.folder = folder;
    authority = Authority.opened(folder);
    Files.writeString(folder.resolve("settings.env"), "BOOKING_NAMES='" + DOMAIN + "'\n");
    Files.writeString(folder.resolve("acme.env"), authority.settings());
    Files.writeString(
        folder.resolve("own.yaml"),
        """
        secrets:
          own-certificate: { file: "%s/certificate/site.crt" }
          own-key: { file: "%<s/certificate/site.key" }
        """
            .formatted(folder));
  }

  @AfterEach
  void asBefore() {
    if (authority != null) {
      authority.close();
      stack.compose("run", "--rm", "--no-deps", "-T", "certificates");
      reload();
      // nginx reloads asynchronously.
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(Site.of(stack).certificate()).isNotNull());
    }
  }

  @Test
  void isServedWhatWasAskedForAndRenewedInTime() throws IOException {
    request();
    assertThat(makeCertificates()).contains("Made the certificate your own");
    reload();
    String first = awaitServed("");

    request();
    assertThat(makeCertificates()).contains("Nothing to do: your own certificate is good until");

    Files.writeString(folder.resolve("acme.env"), "ACME_RENEW_DAYS=36500\n" + authority.settings());
    request();
    assertThat(makeCertificates()).contains("Made the certificate your own");
    reload();
    assertThat(awaitServed(first)).isNotEqualTo(first);
  }

  @Test
  void doesNotServeWhatIsForAnotherNameOrHasAnotherKey() throws IOException {
    request();
    assertThat(run("BOOKING_NAMES=" + DOMAIN + " www." + DOMAIN))
        .contains("Ignored your own certificate: it is not for www." + DOMAIN);
    Path key = folder.resolve("certificate/site.key");
    Programs.run(
            List.of("openssl", "ecparam", "-genkey", "-name", "prime256v1", "-noout", "-out"),
            key.toString())
        .expectSuccess();
    assertThat(makeCertificates())
        .contains("Ignored your own certificate: it cannot be read, or the key");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Files.writeString(folder.resolve("acme.env"), "ACME_DNS=exec\n");
    ProcessResult outcome = tryToRequest();
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.output()).contains("without ACME_EMAIL");
  }

  private void request() {
    tryToRequest().expectSuccess();
  }

  private ProcessResult tryToRequest() {
    return Programs.run(
        List.of(
            "env",
            "BOOKING_SETTINGS=" + folder.resolve("settings.env"),
            "BOOKING_ACME_STATE=" + folder.resolve("state"),
            Testbed.file("acme/request-certificate")));
  }

  private String makeCertificates() {
    return run("BOOKING_NAMES=" + DOMAIN);
  }

  private String run(String names) {
    List<String> words = new ArrayList<>(List.of("--file", folder.resolve("own.yaml").toString()));
    words.addAll(List.of("run", "--rm", "--no-deps", "-T", "--env", names, "certificates"));
    return stack.compose(words.toArray(String[]::new));
  }

  private void reload() {
    stack.compose("kill", "--signal", "HUP", "proxy");
  }

  /**
   * Waits until a client that trusts only the authority gets an answer; returns the serial number
   * of the certificate.
   */
  private String awaitServed(String other) {
    Path root = authority.root();
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> served(root), serial -> !serial.isEmpty() && !serial.equals(other));
  }

  private String served(Path root) {
    ProcessResult outcome =
        Programs.run(
            List.of("curl", "-sf", "--cacert", root.toString(), "-o", "/dev/null"),
            "--resolve",
            DOMAIN + ":" + stack.https() + ":127.0.0.1",
            "-w",
            "%{certs}",
            "https://" + DOMAIN + ":" + stack.https() + "/api/health/ready");
    return outcome.code() == 0
        ? outcome.output().replaceAll("(?s).*?Serial Number:\\s*(\\S+).*", "$1")
        : "";
  }
}
