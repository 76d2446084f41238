package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./booking lint} finds what it is there for, and finds nothing in this repository. */
class LintIT {

  @TempDir private Path folder;

  @BeforeAll
  static void programs() {
    LintPrograms.require();
  }

  @Test
  void findsNothingInThisRepository() {
    Testbed.ProcessResult result = LintPrograms.lint(Path.of(".."));

    Assumptions.assumeTrue(result.code() != 69, result.output());
    assertThat(result.code()).as(result.output()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an action that is not pinned    | uses: actions/checkout@v7                       | unpinned-uses
          credentials that stay           | uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 | artipacked
          a title as a part of a script   | run: echo ${{ github.event.pull_request.title }} | template-injection
          a property that does not exist  | run: echo ${{ github.nobody }}                  | is not defined
          a step that schema does not know | command: echo                                  | command
          a script that splits a name     | run: rm $HOME/$1                                | SC2086
          """)
  void findsInAWorkflow(String what, String step, String finding) throws IOException {
    assertFound(
        ".github/workflows/planted.yml",
        """
        name: Planted
        on: push
        permissions: {}
        jobs:
          planted:
            runs-on: ubuntu-24.04
            steps:
              - %s
        """
            .formatted(step),
        finding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run        | '#!/bin/sh\nrm -r "$HOME/"$1\n'                     | SC2086
          Dockerfile | 'FROM debian:trixie-slim\nRUN sudo apt-get update\n' | DL3004
          """)
  void findsInAScript(String name, String content, String finding) throws IOException {
    assertFound(name, content.translateEscapes(), finding);
  }

  private void assertFound(String name, String content, String finding) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Programs.run(List.of("git", "init", "--quiet", folder.toString()));

    Testbed.ProcessResult result = LintPrograms.lint(folder);

    assertThat(result.code()).as(result.output()).isEqualTo(1);
    assertThat(result.output()).contains(finding);
  }
}
