package family.garden.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class RequestMemoryTest {
  private final RequestMemory memory = new RequestMemory(100);

  private RequestMemory.Share begin() {
    return memory.begin(new EmbeddedChannel(), null);
  }

  @Test
  void letsTheLargestUnfinishedRequestGiveWay() {
    RequestMemory.Share large = begin();
    RequestMemory.Share small = begin();
    assertThat(memory.add(large, 90)).isNull();
    assertThat(memory.add(small, 20)).isSameAs(large);
    assertThat(memory.held()).isEqualTo(20);
    assertThat(memory.isUnfinished(large)).isFalse();
  }

  @Test
  void doesNotTakeARequestThatIsBeingServed() {
    RequestMemory.Share served = begin();
    memory.add(served, 90);
    memory.finish(served);
    RequestMemory.Share newcomer = begin();
    assertThat(memory.add(newcomer, 20)).isSameAs(newcomer);
    memory.release(served);
    assertThat(memory.held()).isZero();
  }

  @Test
  void countsNothingThatComesAfterARefusal() {
    RequestMemory.Share refused = begin();
    assertThat(memory.add(refused, 101)).isSameAs(refused);
    assertThat(memory.add(refused, 1_000)).isNull();
    memory.release(refused);
    assertThat(memory.held()).isZero();
  }
}
