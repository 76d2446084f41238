package family.garden.ops.deploy;

import static family.garden.ops.deploy.OneBox.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.NeedsEngine;
import family.garden.testkit.ProcessResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A file that bookingctl needs is lost or damaged; the test follows its advice word by word. */
@ExtendWith(NeedsEngine.class)
class LostFilesIT {
  private static Box box;

  @BeforeAll
  static void start() throws Exception {
    box = Box.up("lost");
    box.releasing().publishToStay(GOOD);
  }

  @AfterAll
  static void end() {
    if (box != null) {
      box.close();
    }
  }

  @Test
  void refusesADeployWithoutImagesAndRebuildsThem() throws Exception {
    Path images = box.settings().places().images();
    String first = box.served();
    box.ctl("deploy", GOOD, "--no-backup").expectSuccess();
    Map<String, String> before = new ImagesFile(images).read();
    List<String> running = box.running();
    for (String lost : List.of("missing", "", "COMPOSE_PROFILES=blue\n")) {
      if (lost.equals("missing")) {
        Files.delete(images);
      } else {
        Files.writeString(images, lost);
      }
      for (List<String> command : List.of(List.of("deploy", GOOD), List.of("rollback"))) {
        ProcessResult refused = box.ctl(command.toArray(String[]::new)).expect(3);
        assertThat(refused.output()).contains(images.toString(), "bookingctl repair");
      }
      assertThat(box.ctl("deploy", GOOD, "--dry-run").expect(3).output()).contains("repair");
      assertThat(box.running()).isEqualTo(running);
      assertThat(box.ctl("repair").expectSuccess().output()).contains(images + " names the images");
      assertThat(new ImagesFile(images).read()).isEqualTo(before);
    }
    assertThat(box.ctl("repair").expectSuccess().output()).contains("Nothing to repair.");
    box.ctl("rollback").expectSuccess();
    assertThat(box.served()).isEqualTo(first);
    box.expectTidy();
  }

  @Test
  void rebuildsWhatItRemembers() throws Exception {
    box.ctl("deploy", GOOD, "--no-backup").expectSuccess();
    for (String file : List.of("installed.json", "history.jsonl", "deploy.json")) {
      Path damaged = box.state().resolve(file);
      Files.writeString(damaged, "");
      assertThat(box.ctl("deploy", GOOD).expect(3).output())
          .contains(damaged + ", failed because it is empty", "bookingctl repair");
      box.ctl("repair").expectSuccess();
      assertThat(box.ctl("deploy", GOOD).expectSuccess().output()).contains("serves already");
      box.expectTidy();
    }
  }
}
