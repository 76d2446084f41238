package family.garden.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WalChainTest {
  private static final long MEGABYTE = 1 << 20;
  private static final WalRange RANGE = new WalRange(name(1, 0xFFE), name(1, 0xFFF), MEGABYTE);

  private static String name(int timeline, int number) {
    return "%08X%08X%08X".formatted(timeline, number / 4096, number % 4096);
  }

  @Test
  void crossesTheEndOfANumber() {
    WalChain chain =
        WalChain.after(RANGE, Set.of(name(1, 0xFFE), name(1, 0xFFF), name(1, 0x1000)), Map.of());
    assertThat(chain.segments())
        .containsExactly(
            "000000010000000000000FFE", "000000010000000000000FFF", "000000010000000100000000");
    assertThat(chain.missing()).isEmpty();
  }

  @Test
  void stopsAtAGapAndNamesIt() {
    WalChain chain = WalChain.after(RANGE, Set.of(name(1, 0xFFE), name(1, 0x1000)), Map.of());
    assertThat(chain.missing()).contains(name(1, 0xFFF));
    assertThat(chain.segments()).containsExactly(name(1, 0xFFE));
    assertThatThrownBy(chain::expectWhole).hasMessageContaining("000000010000000000000FFF");
  }

  @Test
  void followsTheTimelineThatARestoreBegan() {
    String history = "00000002.history";
    WalChain chain =
        WalChain.after(
            RANGE,
            // Timeline 1 went on to 0x1001 before it was abandoned in 0x1000.
            Set.of(
                name(1, 0xFFE),
                name(1, 0xFFF),
                name(1, 0x1000),
                name(1, 0x1001),
                name(2, 0x1000),
                name(2, 0x1001),
                history),
            Map.of(history, "1\t1/80\tno recovery target specified\n"));
    assertThat(chain.segments())
        .containsExactly(history, name(1, 0xFFE), name(1, 0xFFF), name(2, 0x1000), name(2, 0x1001));
    assertThat(chain.missing()).isEmpty();
  }

  @Test
  void leavesATimelineAloneThatDoesNotDescendFromTheBase() {
    WalRange later = new WalRange(name(3, 5), name(3, 5), MEGABYTE);
    WalChain chain =
        WalChain.after(
            later, Set.of(name(3, 5), name(2, 6)), Map.of("00000002.history", "1\t0/80\tx\n"));
    assertThat(chain.segments()).contains(name(3, 5)).doesNotContain(name(2, 6));
    assertThat(chain.missing()).isEmpty();
  }
}
