package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import family.garden.ops.SomeSettings;
import family.garden.ops.containers.Containers;
import family.garden.ops.engine.Engine;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerHealthTest {
  private ContainerHealth condition;

  @BeforeEach
  void make(@TempDir Path folder) throws Exception {
    condition =
        new ContainerHealth(new Containers(new Engine(SomeSettings.in(folder))), "server-green");
  }

  private void looks(long... megabytes) throws OpsException {
    for (long now : megabytes) {
      condition.lookAtMemory(now);
    }
  }

  @Test
  void takesAHeapThatFillsForWhatItIs() {
    assertThatCode(() -> looks(90, 100, 110, 120, 130, 130, 131, 130)).doesNotThrowAnyException();
  }

  @Test
  void seesWhatGrowsWithoutEnd() {
    assertThatThrownBy(() -> looks(80, 95, 110, 125))
        .isInstanceOf(OpsException.class)
        .hasMessageContaining("from 80 to 125 MB");
  }
}
