package family.garden.ops.backup;

import family.garden.ops.engine.Engine;
import family.garden.ops.process.Command;
import family.garden.ops.process.Processes;
import family.garden.ops.process.Undo;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.util.List;

/** A container beside the stack, confined as those of the stack are. */
record SandboxContainer(Engine engine, String stack, String name) {
  private static final String LABEL = "family.garden.sandbox=";
  private static final Duration SHORT = Duration.ofSeconds(60);

  /** Confines what a call runs; the user is a user and a group, as numbers. */
  Command confined(Command run, String user, int megabytes, int temporaryMegabytes, int processes) {
    return run.with("--read-only", "--cap-drop=ALL", "--security-opt=no-new-privileges")
        .with("--user=" + user, "--pids-limit=" + processes)
        .with("--memory=" + megabytes + "m", "--memory-swap=" + 2 * megabytes + "m")
        .with(
            "--tmpfs=/tmp:size=%dm,mode=1777,noexec,nosuid,nodev".formatted(temporaryMegabytes),
            "--label=" + LABEL + stack);
  }

  /** A program in it while it runs, with an input. */
  Command in(String... program) {
    return engine.call("exec", "--interactive", name).with(program);
  }

  boolean isRunning() throws OpsException {
    return Processes.run(engine.call("inspect", "--format={{.State.Running}}", name), SHORT)
        .stdout()
        .strip()
        .equals("true");
  }

  String lastWords() throws OpsException {
    return Processes.run(engine.call("logs", "--tail=12", name), SHORT).indentedOutput();
  }

  /** Removes it, also after an interrupt; its named volumes stay. */
  void remove() throws OpsException {
    Undo.run(() -> Processes.run(engine.call("rm", "--force", "--volumes", name), SHORT));
  }

  /** Removes all containers beside this stack. The caller holds the lock of the backups. */
  static void removeAll(Engine engine, String stack) throws OpsException {
    List<String> ids =
        Processes.run(
                engine.call("ps", "--all", "--quiet", "--filter=label=" + LABEL + stack), SHORT)
            .expectSuccess("find the scratch containers", "See whether the engine works.")
            .lines()
            .toList();
    if (!ids.isEmpty()) {
      Processes.run(
          engine.call("rm", "--force", "--volumes").with(ids.toArray(String[]::new)), SHORT);
    }
  }
}
