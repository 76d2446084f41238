package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import family.garden.testkit.ProcessResult;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * On a machine that has no engine and may start none, the tests say so, and none counts as passed.
 */
class NoEngineIT {
  private static final String TESTBED = "booking.testbed";

  private final String real = Testbed.program();

  @BeforeEach
  void findNoEngine(@TempDir Path folder) throws IOException {
    Path testbed = folder.resolve("testbed");
    Files.writeString(
        testbed,
        """
        #!/bin/sh
        DOCKER_HOST=unix:///nonexistent XDG_CACHE_HOME='%s' BOOKING_ENGINE_START=no exec '%s' "$@"
        """
            .formatted(folder, real));
    Files.setPosixFilePermissions(testbed, PosixFilePermissions.fromString("rwx------"));
    System.setProperty(TESTBED, testbed.toString());
  }

  @AfterEach
  void findItAgain() {
    System.clearProperty(TESTBED);
  }

  @Test
  void tellsWhatIsMissing() {
    ProcessResult outcome = Testbed.run("up", "--name", "nowhere");
    assertThat(outcome.code()).isEqualTo(69);
    assertThat(outcome.output())
        .contains("There is no container engine")
        .doesNotContain("Starting");
  }

  @Test
  void skipsEveryTestOfTheStack() {
    EngineExecutionResults results =
        EngineTestKit.execute(
            "junit-jupiter",
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("family.garden.stack"))
                .filters(
                    includeClassNamePatterns(".*IT"),
                    // The tests of the emulated Pi, of its card and of the workflows need no
                    // engine.
                    excludeClassNamePatterns(
                        NoEngineIT.class.getName(),
                        ".*\\.(CardIT|LintIT|WorkflowsIT)",
                        ".*\\.WholePi.*"))
                .build());
    assertThat(results.allEvents().failed().map(Event::toString)).isEmpty();
    assertThat(results.testEvents().started().map(Event::toString)).isEmpty();
    // Maven counts skipped tests only, not aborted ones.
    assertThat(results.containerEvents().aborted().map(Event::toString)).isEmpty();
    assertThat(results.containerEvents().started().count()).as("JUnit alone").isEqualTo(1);
    assertThat(results.containerEvents().skipped().map(Event::toString))
        .hasSizeGreaterThan(10)
        .allMatch(event -> event.contains("There is no container engine"));
  }
}
