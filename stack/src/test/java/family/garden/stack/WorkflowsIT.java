package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The workflows run for real, by act, on this machine. Stand-ins take the place of the hosted
 * actions and of this repository's commands: a command writes down that it was called, and fails
 * where the test says so. What only the hosted service can show is in {@code docs/pipeline.md}.
 */
class WorkflowsIT {
  private static final Path WORKFLOW = Path.of("../.github/workflows/verify.yml");
  private static final Pattern ACTION = Pattern.compile("uses: (\\S+@[0-9a-f]{40})");

  private static final String COMMAND =
      """
      #!/bin/sh
      called="$0 $*"
      echo "${called% }" >>"$CALLS"
      [ "${called% }" != "$FAILING" ]
      """;

  private static final String ACTION_THAT_DOES_NOTHING =
      """
      name: A stand-in
      runs:
        using: composite
        steps:
          - run: 'true'
            shell: sh
      """;

  @TempDir private Path folder;

  @Test
  void runsTheQuickChecksBeforeTheLongOnes() throws IOException {
    Run run = run("nothing");

    assertThat(run.code()).as(run.output()).isZero();
    assertThat(run.calls().subList(0, 2))
        .containsExactlyInAnyOrder("./booking lint", "./booking verify");
    assertThat(run.calls().subList(2, run.calls().size())).containsExactly(".ci/run");
    assertThat(run.output()).contains("[Verify/Passed] 🏁  Job succeeded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"./booking lint", "./booking verify", ".ci/run"})
  void isRedWhereOneCommandFails(String failing) throws IOException {
    Run run = run(failing);

    assertThat(run.code()).as(run.output()).isNotZero();
    assertThat(run.output()).contains("[Verify/Passed] 🏁  Job failed");
    if (!failing.equals(".ci/run")) {
      assertThat(run.calls()).doesNotContain(".ci/run");
    }
  }

  private record Run(int code, String output, List<String> calls) {}

  private Run run(String failing) throws IOException {
    Path act = LintPrograms.require().resolve("act");
    Path repository = repository();
    Path action = Files.createDirectories(folder.resolve("action"));
    Files.writeString(action.resolve("action.yml"), ACTION_THAT_DOES_NOTHING);
    Path calls = folder.resolve("calls");
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "-C",
                repository.toString(),
                "HOME=" + folder,
                "XDG_CACHE_HOME=" + folder,
                act.toString(),
                "push",
                "--platform",
                "ubuntu-24.04=-self-hosted",
                "--action-offline-mode",
                "--use-new-action-cache",
                "--no-cache-server",
                "--env",
                "CALLS=" + calls,
                "--env",
                "FAILING=" + failing));
    for (String name : actions()) {
      command.addAll(List.of("--local-repository", name + "=" + action));
    }
    Testbed.ProcessResult result = Programs.run(command);
    return new Run(
        result.code(),
        result.output(),
        Files.exists(calls) ? Files.readAllLines(calls) : List.of());
  }

  private Path repository() throws IOException {
    Path repository = folder.resolve("repository");
    Path workflow = repository.resolve(".github/workflows/verify.yml");
    Files.createDirectories(workflow.getParent());
    Files.copy(WORKFLOW, workflow);
    for (String command : List.of("booking", ".ci/run")) {
      Path file = repository.resolve(command);
      Files.createDirectories(file.getParent());
      Files.writeString(file, COMMAND);
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    git(repository, "init", "--quiet");
    git(repository, "add", "--all");
    git(
        repository,
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@example.org",
        "commit",
        "--quiet",
        "--message",
        "Commands that only write down their calls");
    return repository;
  }

  private static void git(Path repository, String... arguments) {
    Testbed.ProcessResult result =
        Programs.run(List.of("git", "-C", repository.toString()), arguments);
    assertThat(result.code()).as(result.output()).isZero();
  }

  /** An action that is not among these fails the run. */
  private static Set<String> actions() throws IOException {
    Set<String> names = new TreeSet<>();
    for (MatchResult use : ACTION.matcher(Files.readString(WORKFLOW)).results().toList()) {
      names.add(use.group(1));
    }
    return names;
  }
}
