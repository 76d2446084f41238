package family.garden.ops.engine;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.SomeSettings;
import family.garden.ops.process.Command;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
  /** Compose would use an exported variable of the keeper as a setting. */
  @Test
  void callsTheEngineInACleanEnvironment(@TempDir Path folder) throws Exception {
    Engine engine = new Engine(SomeSettings.in(folder));
    for (Command command :
        List.of(
            engine.call("version"),
            engine.compose("up"),
            engine.composeAsDeployed("up"),
            engine.composeWith(folder.resolve("other.env"), "config"),
            engine.in("proxy", "true"),
            engine.feeding("database", "psql"),
            engine.containers(),
            engine.volumes(),
            engine.inspect("x"))) {
      assertThat(command.clean()).as(command.toString()).isTrue();
    }
  }
}
