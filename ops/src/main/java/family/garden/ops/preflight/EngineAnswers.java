package family.garden.ops.preflight;

import family.garden.ops.engine.Engine;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.time.Duration;

/** The container engine and its Compose. */
record EngineAnswers(Engine engine) implements Check {
  @Override
  public String name() {
    return "engine";
  }

  @Override
  public Finding look() throws OpsException {
    ProcessResult outcome =
        Processes.run(
            engine.call("version", "--format", "{{.Server.Version}}"), Duration.ofSeconds(20));
    return outcome.isDone()
        ? Finding.well(name(), "it answers, version " + outcome.stdout().strip())
        : Finding.bad(name(), outcome.because(), "Start it: systemctl start docker.");
  }
}
