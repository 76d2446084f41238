package family.garden.ops.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchTest {
  @Test
  void isBlueUnlessGreenIsThere(@TempDir Path live) throws OpsException {
    Switch between = new Switch(live);
    assertThat(between.live()).isEqualTo(Colour.BLUE);
    between.to(Colour.GREEN);
    between.to(Colour.GREEN);
    assertThat(between.live()).isEqualTo(Colour.GREEN);
    assertThat(live).isDirectoryContaining("glob:**/green");
    between.to(Colour.BLUE);
    between.to(Colour.BLUE);
    assertThat(between.live()).isEqualTo(Colour.BLUE);
    assertThat(live).isEmptyDirectory();
  }
}
