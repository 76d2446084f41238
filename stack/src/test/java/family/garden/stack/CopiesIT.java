package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
        assertThat(left(kind, name)).as(kind).isNotBlank();
      }
    }
    for (String kind : List.of("container", "network", "volume")) {
      assertThat(left(kind, name)).as(kind).isBlank();
    }
    assertThat(folder).doesNotExist();
    assertThat(Site.of(stack).get("/api/health/ready").statusCode()).isEqualTo(200);
  }

  /** What the engine still has of a copy. */
  private static String left(String kind, String name) {
    String label = "label=com.docker.compose.project=booking-" + name;
    return kind.equals("container")
        ? Testbed.docker("ps", "--all", "--quiet", "--filter", label)
        : Testbed.docker(kind, "ls", "--quiet", "--filter", label);
  }
}
