package family.garden.ops.host;

import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory and disks of the machine, from the kernel; in bytes.
 *
 * @param memory in all
 * @param available that could be used without swapping
 * @param compressedSwap whether there is swap in compressed memory
 * @param swapOnDisk whether there is swap anywhere else, which would wear a card out
 * @param disks each once, even with several of the folders on it
 */
public record Machine(
    long memory,
    long available,
    long swap,
    long swapUsed,
    boolean compressedSwap,
    boolean swapOnDisk,
    List<Disk> disks) {

  /** A disk, named by one folder on it. */
  public record Disk(String folder, long bytes, long free) {}

  /**
   * Reads it.
   *
   * @param proc /proc, except in tests
   * @param folders whose disks are listed; missing folders are left out
   * @throws OpsException if /proc cannot be read
   */
  public static Machine look(Path proc, List<Path> folders) throws OpsException {
    try {
      String memory = Files.readString(proc.resolve("meminfo"));
      List<String> swaps = Files.readAllLines(proc.resolve("swaps")).stream().skip(1).toList();
      long swap = kilobytes(memory, "SwapTotal");
      return new Machine(
          kilobytes(memory, "MemTotal"),
          kilobytes(memory, "MemAvailable"),
          swap,
          swap - kilobytes(memory, "SwapFree"),
          swaps.stream().anyMatch(Machine::isCompressed),
          swaps.stream().anyMatch(line -> !isCompressed(line)),
          disks(folders));
    } catch (IOException e) {
      throw OpsException.refused(
          "look at the machine's memory and disks", e.toString(), "See what \"df\" says.");
    }
  }

  private static boolean isCompressed(String swap) {
    return swap.startsWith("/dev/zram");
  }

  private static long kilobytes(String memory, String name) {
    Matcher matcher =
        Pattern.compile("^" + name + ":\\s+(\\d+) kB$", Pattern.MULTILINE).matcher(memory);
    return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : 0;
  }

  private static List<Disk> disks(List<Path> folders) throws IOException {
    List<Disk> disks = new ArrayList<>();
    List<Object> listed = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        var store = Files.getFileStore(folder);
        if (!listed.contains(store)) {
          listed.add(store);
          disks.add(new Disk(folder.toString(), store.getTotalSpace(), store.getUsableSpace()));
        }
      }
    }
    return disks;
  }
}
