package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contents of the images that a copy runs. */
@ExtendWith(OneStack.class)
class ImagesIT {
  private final Stack stack;

  ImagesIT(Stack stack) {
    this.stack = stack;
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy", "server-blue", "database", "cache"})
  void saysWhatItIsAndHowItFares(String service) {
    JsonNode image = Stack.json(Testbed.docker("image", "inspect", image(service))).get(0);
    System.out.printf("%s: %d MB%n", service, image.path("Size").asLong() / 1_000_000);
    JsonNode config = image.path("Config");
    assertThat(config.path("User").asText()).matches("1000[1-4]:10000");
    assertThat(config.at("/Healthcheck/Test/0").asText()).isEqualTo("CMD");
    assertThat(config.at("/Labels/org.opencontainers.image.title").asText())
        .startsWith("Booking: ");
    // PostgreSQL and Redis stay the same images from release to release.
    boolean isReleased = service.matches("proxy|server-blue");
    assertThat(config.at("/Labels/org.opencontainers.image.version").asText())
        .matches(isReleased ? "[0-9]+\\..*" : "");
    assertThat(config.at("/Labels/org.opencontainers.image.revision").asText())
        .matches(isReleased ? "[0-9a-f]{40}|unknown" : "");
    assertThat(config.at("/Labels/org.opencontainers.image.licenses").asText())
        .isEqualTo("Apache-2.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy", "server-blue", "database", "cache"})
  void lendsNobodyItsPowerAndBringsNoKey(String service) {
    // Each line begins with the reason for it; the first one shows that the search works.
    String search =
        """
        find /etc/passwd -printf 'searched %p\\n'
        find / -xdev -perm /6000 -type f -printf 'setuid %p\\n'
        grep -rIl --exclude-dir=proc --exclude-dir=sys -e '^-----BEGIN.*PRIVATE KEY-----' / | sed 's/^/key /'
        """;
    assertThat(
            Testbed.docker(
                    "run",
                    "--rm",
                    "--network=none",
                    "--user=0",
                    "--entrypoint=sh",
                    image(service),
                    "-c",
                    search)
                .lines())
        .containsExactly("searched /etc/passwd");
  }

  /** Looks into layers, settings, history and the output of the containers. */
  @Test
  void holdsNoSecretOfTheCopy() throws IOException {
    List<Path> secrets =
        stack.config().path("secrets").properties().stream()
            .map(each -> Path.of(each.getValue().path("file").asText()))
            .filter(file -> !file.equals(Path.of("/dev/null")))
            .toList();
    assertThat(secrets).hasSize(2);
    for (Path secret : secrets) {
      String value = Files.readString(secret).strip();
      assertThat(value).hasSizeGreaterThan(30);
      for (String service : List.of("proxy", "server-blue", "database", "cache", "certificates")) {
        String container = stack.container(service);
        // AssertJ's "contains" would print the secret.
        assertThat(Testbed.docker("inspect", container).contains(value)).as(service).isFalse();
        assertThat(Testbed.docker("logs", container).contains(value)).as(service).isFalse();
        assertThat(Testbed.docker("history", "--no-trunc", image(service)).contains(value))
            .as(service)
            .isFalse();
      }
    }
    Set<String> images =
        List.of("proxy", "server-blue", "database", "cache").stream()
            .map(this::image)
            .collect(Collectors.toSet());
    // The first text is in every image, which shows that the search works.
    List<String> texts = new ArrayList<>(List.of("--regexp=booking:x:10000:"));
    secrets.forEach(secret -> texts.add("--file=" + secret));
    for (String image : images) {
      Set<String> found = Testbed.foundInImage(image, texts);
      assertThat(found.contains("booking:x:10000:")).as(image).isTrue();
      assertThat(found.size()).as(image).isEqualTo(1);
    }
  }

  private String image(String service) {
    return stack.inspect(service).path("Image").asText();
  }
}
