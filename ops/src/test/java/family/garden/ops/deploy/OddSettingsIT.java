package family.garden.ops.deploy;

import static family.garden.ops.deploy.OneBox.GOOD;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.NeedsEngine;
import family.garden.ops.json.Json;
import family.garden.testkit.Programs;
import family.garden.testkit.Testbed;
import java.io.ByteArrayInputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * bookingctl, Compose, the script that makes certificates, the server and nginx read unusual but
 * valid settings alike. bookingctl refuses a value that one of them reads differently.
 */
@ExtendWith(NeedsEngine.class)
class OddSettingsIT {
  private static final String ADDRESS = "127.0.0.2";

  private static Box box;
  private static String usual = "";

  @BeforeAll
  static void start() throws Exception {
    box = Box.up("odd");
    usual = Files.readString(file());
    box.releasing().publishToStay(GOOD);
  }

  @AfterAll
  static void end() {
    if (box != null) {
      box.close();
    }
  }

  private static Path file() {
    return box.folder().resolve("settings.env");
  }

  @Test
  void meanTheSameToEverybody() throws Exception {
    int http = freePort();
    int https = freePort();
    Path certificate = rsaCertificate();
    Files.writeString(
        file(),
        usual
            + """
            # A comment with BOOKING_HTTPS_PORT=1 in it

              BOOKING_BIND= %1$s\r
            BOOKING_HTTP_PORT="%2$d"
            BOOKING_HTTPS_PORT='%3$d'
            BOOKING_PUBLIC_URL="https://localhost:%3$d/"
            BOOKING_NAMES=' localhost ,, booking.family.local  '
            BOOKING_CERTIFICATE_FILE=%4$s
            BOOKING_CERTIFICATE_KEY_FILE='%5$s'
            """
                .formatted(
                    ADDRESS, http, https, certificate, certificate.resolveSibling("rsa.key")));
    box.ctl("apply").expectSuccess();
    walk(http, https);
    box.ctl("deploy", GOOD, "--no-backup").expectSuccess();
    walk(http, https);
    assertThat(
            Testbed.docker("exec", box.container(box.serving()), "printenv", "BOOKING_PUBLIC_URL"))
        .isEqualTo("https://localhost:" + https + "/");
  }

  /** As people and the keeper see it. */
  private static void walk(int http, int https) throws Exception {
    assertThat(box.served()).isNotEmpty();
    assertThat(box.ctl("status").expectSuccess().output()).doesNotContain("no answer");
    assertThat(
            Json.tree(box.ctl("doctor", "--quiet", "--json").output(), "what the doctor says")
                .path("findings")
                .stream()
                .map(found -> found.path("check").text()))
        .doesNotContain("site", "ports", "certificate", "services", "colours", "drift", "secrets");
    HttpURLConnection plain =
        (HttpURLConnection)
            URI.create("http://%s:%d/book?x=1".formatted(ADDRESS, http)).toURL().openConnection();
    plain.setInstanceFollowRedirects(false);
    assertThat(plain.getResponseCode()).isEqualTo(308);
    assertThat(plain.getHeaderField("Location"))
        .isEqualTo("https://%s:%d/book?x=1".formatted(ADDRESS, https));
    // An older phone, with the keeper's own certificate, which has an RSA key.
    try (SSLSocket socket =
        (SSLSocket) trusting(box.certificate()).getSocketFactory().createSocket(ADDRESS, https)) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      socket.startHandshake();
      assertThat(socket.getSession().getPeerCertificates()[0].getPublicKey().getAlgorithm())
          .isEqualTo("RSA");
    }
  }

  private static SSLContext trusting(String certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry(
        "site",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate.getBytes(US_ASCII))));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  @Test
  void areRefusedWhereSomebodyWouldReadThemOtherwise() throws Exception {
    for (String odd :
        List.of(
            "BOOKING_NAMES=192.168.1.20",
            "BOOKING_PUBLIC_URL=https://192.168.1.20",
            "BOOKING_BIND=localhost",
            "BOOKING_BIND=127.0.0.01",
            "BOOKING_HTTPS_PORT=0443",
            "BOOKING_HTTPS_PORT=443 # the usual one",
            "BOOKING_NAMES='a.example\nb.example'")) {
      Files.writeString(file(), usual + odd + "\n");
      assertThat(box.ctl("apply").expect(3).output()).as(odd).contains("BOOKING_");
    }
    Files.writeString(file(), usual);
    box.expectTidy();
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
      return socket.getLocalPort();
    }
  }

  private static Path rsaCertificate() throws Exception {
    Path folder = Files.createDirectories(box.folder().resolve("certificate"));
    Programs.run(
            "sh",
            "-euc",
            """
            cd "$1"
            openssl req -x509 -newkey rsa:2048 -noenc -days 300 -subj /CN=localhost \\
              -addext subjectAltName=DNS:localhost,DNS:booking.family.local \\
              -keyout rsa.key -out rsa.crt 2>&1
            chgrp 10000 rsa.key rsa.crt
            chmod 0440 rsa.key
            chmod 0444 rsa.crt""",
            "sh",
            folder.toString())
        .expectSuccess();
    return folder.resolve("rsa.crt");
  }
}
