package family.garden.ops.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
  private static final long MIB = 1024 * 1024;

  @TempDir private Path root;

  @Test
  void readsMemoryAndSwapAsTheKernelWritesThem() throws Exception {
    file(
        "meminfo",
        """
        MemTotal:         437888 kB
        MemFree:           20480 kB
        MemAvailable:     102400 kB
        SwapTotal:        437760 kB
        SwapFree:         335360 kB
        """);
    file(
        "swaps",
        """
        Filename				Type		Size		Used		Priority
        /dev/zram0                              partition	437760		102400		100
        """);
    Machine machine = Machine.look(root, List.of(root, root, root.resolve("missing")));
    assertThat(machine.available()).isEqualTo(100 * MIB);
    assertThat(machine.swapUsed()).isEqualTo(100 * MIB);
    assertThat(machine.compressedSwap()).isTrue();
    assertThat(machine.swapOnDisk()).isFalse();
    assertThat(machine.disks()).hasSize(1);
  }

  @Test
  void countsWhatAContainerHoldsWithoutPagesThatCouldBeGivenBack() throws Exception {
    file("proc/7/cgroup", "0::/system.slice/docker-abc.scope\n");
    file("sys/fs/cgroup/system.slice/docker-abc.scope/memory.current", "52428800\n");
    file(
        "sys/fs/cgroup/system.slice/docker-abc.scope/memory.stat",
        "anon 100\ninactive_file 10485760\n");
    file("proc/8/cgroup", "5:cpu:/docker/x\n4:memory:/docker/x\n0::/\n");
    file("sys/fs/cgroup/memory/docker/x/memory.usage_in_bytes", "3000000\n");
    file(
        "sys/fs/cgroup/memory/docker/x/memory.stat",
        "inactive_file 5\ntotal_inactive_file 1000000\n");
    ContainerMemory memory = new ContainerMemory(root);
    assertThat(memory.of(7)).hasValue(40 * MIB);
    assertThat(memory.of(8)).hasValue(2_000_000L);
    assertThat(memory.of(9)).isEmpty();
    assertThat(memory.of(0)).isEmpty();
  }

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
