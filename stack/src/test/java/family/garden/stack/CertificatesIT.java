package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Certificates are made, reused and renewed while people use the site. */
@ExtendWith(OneStack.class)
class CertificatesIT {
  private final Stack stack;

  CertificatesIT(Stack stack) {
    this.stack = stack;
  }

  /** Serves a certificate for the copy's own names again, for the tests that follow. */
  @AfterEach
  void asBefore() {
    certificates();
    reload();
    // nginx reloads asynchronously.
    await().atMost(Duration.ofSeconds(20)).untilAsserted(this::serial);
  }

  @Test
  void permitsTheAuthorityToSpeakForItsNamesOnly() {
    assertThat(authority())
        .contains("X509v3 Name Constraints: critical", "CA:TRUE, pathlen:0")
        .containsPattern("Permitted:\\s+DNS:localhost\\s+DNS:booking.family.local\\s");
  }

  @Test
  void hasNothingToDoMostDays() {
    String before = serial();
    assertThat(certificates()).contains("Nothing to do").doesNotContain("Made");
    reload();
    assertThat(serial()).isEqualTo(before);
  }

  @Test
  void renewsWhatEndsSoonWithoutAFailedRequest() throws InterruptedException {
    String before = serial();
    String authorityBefore = authority();
    List<Throwable> failed = new ArrayList<>();
    AtomicInteger answered = new AtomicInteger();
    AtomicBoolean enough = new AtomicBoolean();
    Site asking = Site.of(stack);
    Thread client =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!enough.get()) {
                    try {
                      assertThat(asking.get("/api/health/ready").statusCode()).isEqualTo(200);
                      answered.incrementAndGet();
                      Thread.sleep(Duration.ofMillis(40));
                    } catch (AssertionError | InterruptedException e) {
                      failed.add(e);
                    }
                  }
                });
    assertThat(certificates("--env", "BOOKING_RENEW_DAYS=500"))
        .contains("Made the certificate")
        .doesNotContain("Made the authority");
    assertThat(serial()).isEqualTo(before);
    reload();
    await().atMost(Duration.ofSeconds(20)).until(() -> !serial().equals(before));
    int atReload = answered.get();
    await().atMost(Duration.ofSeconds(20)).until(() -> answered.get() > atReload + 20);
    enough.set(true);
    client.join();
    assertThat(failed).isEmpty();
    assertThat(authority()).isEqualTo(authorityBefore);
  }

  /** The old authority is limited to the old names, so a new authority is made as well. */
  @Test
  void makesBothAnewForOtherNames() throws Exception {
    String before = serial();
    assertThat(certificates("--env", "BOOKING_NAMES=localhost garten.family.local"))
        .contains("Made the authority", "Made the certificate of localhost garten.family.local");
    reload();
    await().atMost(Duration.ofSeconds(20)).until(() -> !serial().equals(before));
    assertThat(served().getSubjectAlternativeNames().stream().<Object>map(name -> name.get(1)))
        .containsExactly("localhost", "garten.family.local");
  }

  /** A certificate must not outlive the authority that signed it. */
  @Test
  void makesTheAuthorityAnewBeforeItEnds() {
    String before = authority();
    assertThat(certificates("--env", "BOOKING_AUTHORITY_RENEW_DAYS=4000"))
        .contains("Made the authority", "Made the certificate");
    assertThat(authority()).isNotEqualTo(before);
    assertThat(certificates()).contains("Nothing to do");
  }

  /** Several blanks and commas separate names like one blank. */
  @Test
  void takesNamesHoweverTheyAreParted() {
    assertThat(certificates("--env", "BOOKING_NAMES= localhost,  booking.family.local ,"))
        .contains("Nothing to do: the certificate of localhost booking.family.local is good");
  }

  /** nginx starts only if this command succeeds, and the previous certificate is still valid. */
  @Test
  void leavesAGoodCertificateWhereNoNameIsOne() {
    String before = serial();
    assertThat(certificates("--env", "BOOKING_NAMES=192.168.1.20 *.family.local a_b"))
        .contains(
            "Ignored \"192.168.1.20\" of BOOKING_NAMES: it is an address",
            "Ignored \"a_b\" of BOOKING_NAMES: it is not a valid name",
            "kept the present certificate")
        .doesNotContain("Made");
    reload();
    assertThat(serial()).isEqualTo(before);
  }

  private String certificates(String... options) {
    List<String> all = new ArrayList<>(List.of("run", "--rm", "--no-deps", "-T"));
    all.addAll(List.of(options));
    all.add("certificates");
    return stack.compose(all.toArray(String[]::new));
  }

  private void reload() {
    stack.compose("kill", "--signal", "HUP", "proxy");
  }

  private String authority() {
    return stack
        .in("proxy", "openssl", "x509", "-in", "/etc/nginx/tls/current/ca.crt", "-noout", "-text")
        .expectSuccess()
        .output();
  }

  /** The certificate that a new client which trusts the authority gets. */
  private X509Certificate served() {
    return Site.of(stack).certificate();
  }

  private String serial() {
    return served().getSerialNumber().toString(16);
  }
}
