package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.result.OpsException;
import family.garden.testkit.Testbed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many releases from a registry: none is rolled back, no request fails, and at most two stay on the
 * disk. {@code -Dbooking.releases=100 -Dbooking.bake=10} is the long form.
 */
@ExtendWith(OneBox.class)
class ManyReleasesIT {
  /** An even number, so that the colour of the beginning serves again. */
  private static final int RELEASES = Integer.getInteger("booking.releases", 4);

  private static final String BAKE = System.getProperty("booking.bake", "5");

  private final Box box;

  ManyReleasesIT(Box box) {
    this.box = box;
  }

  @Test
  void leaveNothingBehind(@TempDir Path folder) throws Exception {
    Set<String> imagesBefore = box.releasing().built();
    Set<List<String>> rest = new HashSet<>();
    try (Registry registry = Registry.start(folder);
        Visitors visitors = new Visitors(box)) {
      for (int number = 1; number <= RELEASES; number++) {
        String version = "7.0." + number;
        box.releasing().publish(version, registry);
        Instant begun = Instant.now();
        box.ctl(Map.of("BOOKING_BAKE", BAKE, "BOOKING_BACKUP_KEEP", "2"), "deploy", version)
            .expectSuccess();
        System.out.printf(
            "RELEASE %d in %d s, %d visits%n",
            number, Duration.between(begun, Instant.now()).toSeconds(), visitors.requests());
        assertThat(box.served()).isEqualTo(version);
        assertThat(visitors.failures()).isEmpty();
        Set<String> more = box.releasing().built();
        more.removeAll(imagesBefore);
        assertThat(more).as("images of releases").hasSize(Math.min(number, 2));
        if (number >= 2) { // By then both colours have images.
          rest.add(containersAndVolumes());
          assertThat(rest).as("containers and volumes, the same each time").hasSize(1);
        }
        assertThat(box.backups().list()).hasSizeLessThanOrEqualTo(2);
        box.expectTidy();
      }
    }
  }

  private List<String> containersAndVolumes() throws OpsException {
    String stack = box.settings().stack();
    String containers =
        Testbed.docker("ps", "--all", "--format", "{{.Names}}", "--filter", "name=" + stack + "-");
    String volumes = Testbed.docker("volume", "ls", "--quiet", "--filter", "name=" + stack + "_");
    return (containers + "\n" + volumes).lines().sorted().toList();
  }
}
