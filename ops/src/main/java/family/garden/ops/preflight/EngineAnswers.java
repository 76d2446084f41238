package family.garden.ops.preflight;

import family.garden.ops.check.Finding;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.time.Duration;

/** Whether the container engine answers. */
record EngineAnswers(Engine engine) implements DeployCheck {
  @Override
  public Finding look() throws OpsException {
    ProcessResult result =
        Processes.run(
            engine.call("version", "--format", "{{.Server.Version}}"), Duration.ofSeconds(20));
    return result.isSuccess()
        ? ok("it answers, version " + result.stdout().strip())
        : urgent(result.failure(), "Start it: systemctl start docker.");
  }
}
