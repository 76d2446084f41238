package family.garden.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.SomeSettings;
import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor's report without findings, and with checks that could not run. */
class DiagnosisTest {
  private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");

  @TempDir private Path folder;

  /** A check with a fixed result. */
  private record Fixed(String name, String unavailable, String missing) implements StackCheck {
    @Override
    public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
      if (!unavailable.isEmpty()) {
        throw OpsException.refused("look", unavailable, "Try again.");
      }
    }

    @Override
    public Optional<String> absent() {
      return Optional.of(missing).filter(why -> !why.isEmpty());
    }
  }

  @Test
  void saysNothingWrongOnlyWhereItSawEverything() throws Exception {
    Diagnosis all = examine(new SomeStatus(), new Fixed("a", "", ""), new Fixed("b", "", ""));
    assertThat(all.lines()).containsExactly("2 checks found nothing wrong.");
    assertThat(all.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void saysWhatItCouldNotLookAtAndWhy() throws Exception {
    Diagnosis unavailable =
        examine(new SomeStatus(), new Fixed("a", "", ""), new Fixed("b", "it is silent", ""));
    assertThat(unavailable.lines())
        .containsExactly(
            "Could not look at b: Tried to look, failed because it is silent. Try again.",
            "The 1 checks that could look found nothing.");
    assertThat(unavailable.exitCode()).isEqualTo(ExitCode.NOT_WELL);
  }

  @Test
  void saysWhatTheFirstLookCouldNotSee() throws Exception {
    Diagnosis unavailable =
        examine(new SomeStatus().unavailable("backups: no key"), new Fixed("a", "", ""));
    assertThat(unavailable.lines()).contains("Could not look at backups: no key");
    assertThat(unavailable.exitCode()).isEqualTo(ExitCode.NOT_WELL);
  }

  @Test
  void isContentWithAMachineOfAnotherKindButSaysSo() throws Exception {
    Diagnosis absent = examine(new SomeStatus(), new Fixed("a", "", "no systemd"));
    assertThat(absent.lines())
        .containsExactly(
            "Could not look at a: no systemd", "The 0 checks that could look found nothing.");
    assertThat(absent.exitCode()).isEqualTo(ExitCode.DONE);
  }

  private Diagnosis examine(SomeStatus status, Fixed... checks) throws Exception {
    return Doctor.examine(
        Stream.of(checks).map(check -> new Doctor.Named(check.name(), check)).toList(),
        SomeSettings.in(folder),
        status.at(NOW),
        new Progress(System.err, true));
  }
}
