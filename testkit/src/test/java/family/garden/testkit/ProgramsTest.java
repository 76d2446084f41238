package family.garden.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramsTest {
  @Test
  void returnsTheCodeAndBothStreams() {
    ProcessResult result = Programs.run("sh", "-c", "echo out; echo err >&2; exit 69");
    assertThat(result).isEqualTo(new ProcessResult(69, "out\nerr\n"));
    assertThat(result.isUnavailable()).isTrue();
    assertThat(result.expect(69)).isSameAs(result);
    assertThatThrownBy(result::expectSuccess)
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("69", "out", "err");
  }

  @Test
  void addsArgumentsAndEnvironment() {
    assertThat(Programs.run(List.of("echo", "one"), "two").output()).isEqualTo("one two\n");
    assertThat(Programs.run(Map.of("MOOD", "calm"), List.of("sh", "-c", "echo $MOOD")).output())
        .isEqualTo("calm\n");
  }

  /** No program that waits for input may wait for ever. */
  @Test
  void givesNoInput() {
    assertThat(Programs.run("cat")).isEqualTo(new ProcessResult(0, ""));
  }

  @Test
  void namesAProgramThatIsNotThereWithoutItsArguments() {
    assertThat(Programs.isInstalled("sh")).isTrue();
    assertThat(Programs.isInstalled("no-such-program")).isFalse();
    assertThatThrownBy(() -> Programs.run("no-such-program", "a-secret"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no-such-program")
        .hasMessageNotContaining("a-secret");
  }
}
