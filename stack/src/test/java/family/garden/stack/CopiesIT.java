package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Copies of the stack live side by side on one engine and know nothing of each other. */
@ExtendWith(OneStack.class)
class CopiesIT {
  private final Stack stack;

  CopiesIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  void keepsItsOwnDataAndLeavesNothingBehind() {
    Path folder;
    String name = stack.name() + "-beside";
    try (Stack beside = Stack.up(name)) {
      assertThat(List.of(beside.http(), beside.https()))
          .doesNotContain(stack.http(), stack.https());
      String secret = beside.config().at("/secrets/server-secret/file").asText();
      folder = Path.of(secret).resolve("../..").normalize();
      assertThat(folder).exists();
      beside.sql("CREATE TABLE only_beside ()");
      assertThat(beside.sql("SELECT to_regclass('only_beside')").strip()).isEqualTo("only_beside");
      assertThat(stack.sql("SELECT to_regclass('only_beside')").strip()).isEmpty();
      assertThat(Site.of(beside).authority()).isNotEqualTo(Site.of(stack).authority());
      assertThat(Site.of(beside).get("/api/health/ready").statusCode()).isEqualTo(200);
      for (String kind : List.of("container", "network", "volume")) {
        assertThat(remaining(kind, name)).as(kind).isNotBlank();
      }
    }
    for (String kind : List.of("container", "network", "volume")) {
      assertThat(remaining(kind, name)).as(kind).isBlank();
    }
    assertThat(folder).doesNotExist();
    assertThat(Site.of(stack).get("/api/health/ready").statusCode()).isEqualTo(200);
  }

  /** The provider's secret is a file like the others; without it the server would not start. */
  @Test
  void letsPeopleInFromElsewhereWhereACopyIsSetTo(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "of the provider");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
    try (Stack beside =
        Stack.up(
            stack.name() + "-beside",
            "--setting",
            "BOOKING_OIDC_ISSUER=https://door.example",
            "--setting",
            "BOOKING_OIDC_CLIENT_ID=garden",
            "--setting",
            "BOOKING_OIDC_NAME=Verein",
            "--setting",
            "BOOKING_OIDC_CLIENT_SECRET_FILE=" + secret)) {
      assertThat(provider(beside).path("name").asText()).isEqualTo("Verein");
      assertThat(beside.inspect("server-blue").toString().contains("of the provider")).isFalse();
    }
    assertThat(provider(stack).isNull()).isTrue();
  }

  private static JsonNode provider(Stack stack) {
    return Stack.json(Site.of(stack).get("/api/auth/methods").body()).path("oidc");
  }

  /** What the engine still has of a copy. */
  private static String remaining(String kind, String name) {
    String label = "label=com.docker.compose.project=booking-" + name;
    return kind.equals("container")
        ? Testbed.docker("ps", "--all", "--quiet", "--filter", label)
        : Testbed.docker(kind, "ls", "--quiet", "--filter", label);
  }
}
