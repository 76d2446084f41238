package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.proxy.Colour;
import family.garden.ops.release.Release;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesFileTest {
  private static final Release FIRST = StateTest.release("1.0.0", '1');
  private static final Release SECOND = StateTest.release("1.1.0", '2');

  @Test
  void changesOneColourAndLeavesTheRest() {
    Map<String, String> before = ImagesFile.first(Colour.BLUE, FIRST);
    Map<String, String> after =
        ImagesFile.running(
            ImagesFile.with(before, Colour.GREEN, SECOND), Colour.BLUE, Colour.GREEN);
    assertThat(after)
        .containsEntry("COMPOSE_PROFILES", "blue,green")
        .containsEntry("BOOKING_GREEN_IMAGE", SECOND.images().server())
        .containsEntry("BOOKING_GREEN_WEB_IMAGE", SECOND.images().web());
    before.forEach(
        (name, value) -> {
          if (!name.equals("COMPOSE_PROFILES")) {
            assertThat(after).containsEntry(name, value);
          }
        });
    assertThat(ImagesFile.of(after, Colour.GREEN).orElseThrow().server())
        .isEqualTo(SECOND.images().server());
  }

  @Test
  void keepsTheProfilesThatAreNoColours() {
    assertThat(
            ImagesFile.running(Map.of("COMPOSE_PROFILES", "blue,monitoring,green"), Colour.GREEN))
        .containsEntry("COMPOSE_PROFILES", "green,monitoring");
  }

  @Test
  void takesNoImageByAName() {
    assertThat(
            ImagesFile.of(
                Map.of("BOOKING_BLUE_IMAGE", "server:latest", "BOOKING_BLUE_WEB_IMAGE", "web"),
                Colour.BLUE))
        .isEmpty();
  }

  @Test
  void isReadAsItWasWritten(@TempDir Path folder) throws OpsException {
    ImagesFile file = new ImagesFile(folder.resolve("images.env"));
    assertThat(file.read()).isEmpty();
    Map<String, String> images = ImagesFile.first(Colour.BLUE, FIRST);
    file.write(images);
    assertThat(file.read()).isEqualTo(images);
  }
}
