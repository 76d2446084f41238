package family.garden.ops.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import family.garden.ops.SomeSettings;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

  @TempDir private Path folder;
  private Publisher publisher;

  @BeforeEach
  void begin() throws Exception {
    publisher = new Publisher(Files.createDirectory(folder.resolve("releases")));
    publisher.pin(folder.resolve("release-keys.pem"));
  }

  @Test
  void findsByVersionByDigestAndTheNewest() throws Exception {
    publisher.publish("1.9.0", description("1.9.0"));
    publisher.publish("1.10.0", description("1.10.0"));
    publisher.publish("1.10.0-rc.1", description("1.10.0-rc.1"));
    Releases releases = releases(publisher.folder().toString());
    assertThat(releases.find("1.9.0").images().server()).isEqualTo("registry/server@" + DIGEST);
    assertThat(releases.newest().version().text()).isEqualTo("1.10.0");
    assertThat(releases.published())
        .extracting(Version::text)
        .containsExactly("1.10.0", "1.10.0-rc.1", "1.9.0");
    String line = Files.readAllLines(publisher.folder().resolve("index")).getFirst();
    assertThat(releases.find(line.split(" ", -1)[1]).version().text()).isEqualTo("1.9.0");
  }

  @Test
  void takesAPreReleaseForTheNewestOnlyWhereTheKeeperWantsThose() throws Exception {
    publisher.publish("1.11.0-rc.1", description("1.11.0-rc.1"));
    Releases usual = releases(publisher.folder().toString());
    assertThat(usual.newestIfAny()).isEmpty();
    assertRefused(usual::newest, "none that is not a pre-release");
    assertThat(usual.find("1.11.0-rc.1").version().text()).isEqualTo("1.11.0-rc.1");
    publisher.publish("1.10.0", description("1.10.0"));
    assertThat(usual.newest().version().text()).isEqualTo("1.10.0");
    Releases eager = releases(publisher.folder().toString() + "\nBOOKING_PRERELEASES=yes");
    assertThat(eager.newest().version().text()).isEqualTo("1.11.0-rc.1");
  }

  @Test
  void readsFromAWebServer() throws Exception {
    publisher.publish("1.0.0", description("1.0.0"));
    HttpServer server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            publisher.folder().toRealPath(),
            OutputLevel.NONE);
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      assertThat(releases(address).newest().version().text()).isEqualTo("1.0.0");
      assertThatThrownBy(() -> releases(address + "/elsewhere").newest())
          .hasMessageContaining("the answer was 404");
    } finally {
      server.stop(0);
    }
    assertRefused(() -> releases(address).newest(), "cannot be reached");
  }

  @Test
  void refusesWhatIsNotThere() throws Exception {
    publisher.publish("1.0.0", description("1.0.0"));
    Releases releases = releases(publisher.folder().toString());
    assertRefused(() -> releases.find("2.0.0"), "it is not in the index");
    assertRefused(() -> releases.find(DIGEST), "it is not in the index");
    assertRefused(() -> releases.find("latest"), "neither a version");
    assertRefused(() -> releases("").newest(), "BOOKING_RELEASES is not set");
  }

  @Test
  void refusesWhatAStrangerSigned() throws Exception {
    new Publisher(publisher.folder()).publish("1.0.0", description("1.0.0"));
    assertRefused(
        () -> releases(publisher.folder().toString()).find("1.0.0"), "none of the 1 keys");
  }

  @Test
  void refusesWhatWasChangedAfterwards() throws Exception {
    publisher.publish("1.0.0", description("1.0.0"));
    Path file = publisher.folder().resolve("1.0.0/release.json");
    Files.writeString(file, Files.readString(file).replace("\"version\":6", "\"version\":7"));
    assertRefused(
        () -> releases(publisher.folder().toString()).find("1.0.0"), "none of the 1 keys");
  }

  @Test
  void refusesAnEmptySignature() throws Exception {
    publisher.publish("1.0.0", description("1.0.0"));
    Files.write(publisher.folder().resolve("1.0.0/release.json.sig"), new byte[0]);
    assertRefused(
        () -> releases(publisher.folder().toString()).find("1.0.0"), "none of the 1 keys");
  }

  @Test
  void refusesAnOldReleaseUnderANewName() throws Exception {
    publisher.publish("1.0.0", description("1.0.0"));
    publisher.publish("2.0.0", description("1.0.0"));
    assertRefused(
        () -> releases(publisher.folder().toString()).newest(), "do not speak of the same release");
  }

  @Test
  void refusesTagsAndNonsense() throws Exception {
    publisher.publish("1.0.0", description("1.0.0").replace("@" + DIGEST, ":latest"));
    publisher.publish("1.0.1", description("1.0.1").replace("\"worksFrom\":1", "\"worksFrom\":7"));
    publisher.publish("1.0.2", "not JSON");
    Releases releases = releases(publisher.folder().toString());
    assertRefused(() -> releases.find("1.0.0"), "not named by its digest");
    assertRefused(() -> releases.find("1.0.1"), "cannot work from 7");
    assertRefused(() -> releases.find("1.0.2"), "not the JSON that was expected");
  }

  /** A running server does not know these, but a publisher does. */
  @Test
  void refusesADescriptionThatLacksWhatOnlyThePublisherKnows() throws Exception {
    publisher.publish("1.0.0", description("1.0.0").replace("\"created\"", "\"made\""));
    publisher.publish("1.0.1", description("1.0.1").replace("\"worksFrom\"", "\"from\""));
    Releases releases = releases(publisher.folder().toString());
    assertRefused(() -> releases.find("1.0.0"), "lacks \"created\" or \"worksFrom\"");
    assertRefused(() -> releases.find("1.0.1"), "lacks \"created\" or \"worksFrom\"");
  }

  @Test
  void bringsTheComposeFileThatWasSigned() throws Exception {
    publisher.publish("1.0.0", description("1.0.0"));
    publisher.publish("1.1.0", with("services: {}\\n# \\\"quoted\\\" \\\\ ß\\n"));
    Releases releases = releases(publisher.folder().toString());
    assertThat(releases.find("1.0.0").compose()).isEmpty();
    assertThat(releases.find("1.1.0").compose()).contains("services: {}\n# \"quoted\" \\ ß\n");
    Path file = publisher.folder().resolve("1.1.0/release.json");
    Files.writeString(file, Files.readString(file).replace("services", "service5"));
    assertRefused(() -> releases.find("1.1.0"), "none of the 1 keys");
  }

  @Test
  void refusesAnEmptyComposeFile() throws Exception {
    publisher.publish("1.1.0", with(" \\n"));
    Releases releases = releases(publisher.folder().toString());
    assertRefused(() -> releases.find("1.1.0"), "compose.yaml is empty");
  }

  private static String with(String compose) {
    return description("1.1.0").strip().replaceFirst("}$", "")
        + ", \"compose\": \""
        + compose
        + "\"}";
  }

  @Test
  void refusesWithoutAKey() throws Exception {
    publisher.publish("1.0.0", description("1.0.0"));
    Files.writeString(folder.resolve("release-keys.pem"), "# none yet\n");
    assertRefused(() -> releases(publisher.folder().toString()).newest(), "it has none");
    Files.delete(folder.resolve("release-keys.pem"));
    assertRefused(() -> releases(publisher.folder().toString()).newest(), "cannot be read");
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String because) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            OpsException.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED))
        .hasMessageContaining(because);
  }

  private Releases releases(String source) throws IOException, OpsException {
    return new Releases(SomeSettings.in(folder, "BOOKING_RELEASES=" + source));
  }

  private static String description(String version) {
    return """
    {"version":"%1$s","commit":"0123abc","created":"2026-11-25T20:00:00Z",
     "images":{"server":"registry/server@%2$s","web":"registry/web@%2$s","proxy":"registry/web@%2$s",
               "database":"registry/database@%2$s","cache":"%2$s"},
     "schema":{"version":6,"worksFrom":1}}
    """
        .formatted(version, DIGEST);
  }
}
