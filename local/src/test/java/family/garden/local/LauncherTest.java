package family.garden.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shell script {@code booking}. */
@Timeout(120)
final class LauncherTest {
  private static final Path LAUNCHER = Path.of("../booking");

  @TempDir Path temporary;

  private record Answer(int exitCode, String output, String errors) {}

  /** Runs a launcher where no program is on the path. */
  private static Answer run(Path launcher, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().put("PATH", "/nowhere");
    Process process = builder.start();
    String output = process.inputReader().readAllAsString();
    String errors = process.errorReader().readAllAsString();
    return new Answer(process.waitFor(), output, errors);
  }

  @Test
  void withoutAJdkItSaysWhatToInstall() throws Exception {
    String text = Files.readString(LAUNCHER);
    Path elsewhere = temporary.resolve("booking");
    Path requirements = Path.of("testing", "requirements");
    Files.createDirectory(temporary.resolve(requirements.getParent()));
    Files.copy(Path.of("..").resolve(requirements), temporary.resolve(requirements));
    Files.writeString(
        elsewhere,
        text.replace("/usr/lib/jvm/", "/nowhere/")
            .replace("/Library/Java/", "/nowhere/")
            .replace("/opt/homebrew/", "/nowhere/"));

    Answer answer = run(elsewhere, "up");

    assertThat(answer.exitCode()).isEqualTo(LauncherException.UNAVAILABLE);
    assertThat(answer.errors())
        .contains("JDK 25", "openjdk-25-jdk", "dnf install", "brew install")
        .doesNotContain("not found");
  }

  @Test
  void withoutACommandItShowsItsUsage() throws Exception {
    Answer answer = run(LAUNCHER);

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.output()).contains("Usage: ./booking", "up ", "test ", "format ");
    assertThat(answer.errors()).isEmpty();
  }

  @Test
  void anUnknownCommandIsAUsageError() throws Exception {
    Answer answer = run(LAUNCHER, "fly");

    assertThat(answer.exitCode()).isEqualTo(LauncherException.USAGE);
    assertThat(answer.output()).isEmpty();
    assertThat(answer.errors()).contains("Unknown command: fly", "Usage: ./booking");
  }
}
