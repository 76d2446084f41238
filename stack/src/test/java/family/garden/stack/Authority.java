package family.garden.stack;

import static org.awaitility.Awaitility.await;

import family.garden.testkit.ProcessResult;
import family.garden.testkit.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pebble, the certificate authority with which Let's Encrypt tests ACME clients, and the DNS server
 * that it queries. Both stop with the test.
 */
final class Authority implements AutoCloseable {
  private final Path folder;
  private final String address;
  private final int directory = freePort();
  private final int management = freePort();
  private final int records = freePort();
  private final int dns = freePort();
  private final List<Process> processes = new ArrayList<>();
  private @Nullable DnsProvider provider;

  private Authority(Path folder, String address) {
    this.folder = folder;
    this.address = address;
  }

  static Authority opened(Path folder) throws IOException {
    return opened(folder, "127.0.0.1");
  }

  /**
   * Starts both.
   *
   * @param address of this machine, at which they answer
   */
  static Authority opened(Path folder, String address) throws IOException {
    Programs.require("pebble", "pebble");
    Authority authority = new Authority(folder, address);
    authority.open();
    return authority;
  }

  private void open() throws IOException {
    Path certificate = folder.resolve("pebble.crt");
    Path key = folder.resolve("pebble.key");
    Programs.run(
            List.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-noenc", "-days", "2"),
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost,IP:" + address,
            "-out",
            certificate.toString(),
            "-keyout",
            key.toString())
        .expectSuccess();
    Files.writeString(
        folder.resolve("pebble.json"),
        """
        {"pebble": {"listenAddress": "%s:%d", "managementListenAddress": "127.0.0.1:%d",
          "certificate": "%s", "privateKey": "%s", "httpPort": 5002, "tlsPort": 5001}}
        """
            .formatted(address, directory, management, certificate, key));
    // The program that lego calls to add and remove a DNS record.
    Path hook =
        Files.createFile(
            folder.resolve("hook"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(
        hook,
        """
        #!/bin/sh
        case $1 in
          present) exec curl -sf -d "{\\"host\\":\\"$2\\",\\"value\\":\\"$3\\"}" http://127.0.0.1:%1$d/set-txt ;;
          cleanup) exec curl -sf -d "{\\"host\\":\\"$2\\"}" http://127.0.0.1:%1$d/clear-txt ;;
        esac
        """
            .formatted(records));
    start(
        "pebble-challtestsrv",
        "-management",
        "127.0.0.1:" + records,
        "-dns01",
        address + ":" + dns,
        "-http01",
        "",
        "-https01",
        "",
        "-tlsalpn01",
        "");
    start(
        "pebble",
        "-config",
        folder.resolve("pebble.json").toString(),
        "-dnsserver",
        address + ":" + dns);
    await().atMost(Duration.ofSeconds(20)).until(() -> !ask("/roots/0").isEmpty());
    Files.writeString(root(), ask("/roots/0"));
  }

  private void start(String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(command[0] + ".log").toFile());
    // Otherwise Pebble sleeps before it validates, to slow clients down.
    builder.environment().put("PEBBLE_VA_NOSLEEP", "1");
    processes.add(builder.start());
  }

  /** Reads from Pebble's management address, for example the root certificate. */
  private String ask(String path) {
    ProcessResult outcome =
        Programs.run(
            List.of("curl", "-sf", "--cacert", folder.resolve("pebble.crt").toString()),
            "https://localhost:" + management + path);
    return outcome.code() == 0 ? outcome.output() : "";
  }

  /** The root of the certificates that Pebble issues. */
  Path root() {
    return folder.resolve("root.crt");
  }

  /** The certificate of Pebble's own HTTPS address, which ACME clients must trust. */
  Path site() {
    return folder.resolve("pebble.crt");
  }

  /** The lines of acme.env that make lego use this authority. */
  String settings() {
    return """
    ACME_EMAIL=keeper@example.org
    ACME_DNS=exec
    EXEC_PATH=%s
    %sLEGO_CA_CERTIFICATES=%s
    """
        .formatted(folder.resolve("hook"), whereItIs(), site());
  }

  /** The authority, and the DNS server to check records with. */
  private String whereItIs() {
    return """
    ACME_SERVER=https://%1$s:%2$d/dir
    ACME_OPTIONS='--dns.disable-cp --dns.resolvers %1$s:%3$d'
    """
        .formatted(address, directory, dns);
  }

  /** The lines of acme.env on another machine, after the e-mail address. */
  String settingsElsewhere() throws IOException {
    if (provider == null) {
      provider = DnsProvider.opened(address, URI.create("http://127.0.0.1:" + records));
    }
    return """
    ACME_DNS=httpreq
    HTTPREQ_ENDPOINT=%s
    """
            .formatted(provider.endpoint())
        + whereItIs();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (provider != null) {
      provider.close();
    }
    processes.forEach(Process::destroy);
  }
}
