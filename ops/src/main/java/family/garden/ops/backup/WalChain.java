package family.garden.ops.backup;

import family.garden.ops.database.WalSegment;
import family.garden.ops.result.OpsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The WAL segments that follow one another without a gap.
 *
 * @param segments their names, histories of timelines among them
 * @param missing the first that is not there, though later ones are
 */
record WalChain(List<String> segments, Optional<String> missing) {
  static final String HISTORY = ".history";

  /** What a base needs to be whole. */
  static WalChain between(WalRange range, Set<String> there) {
    WalSegment first = segment(range.first(), range);
    return follow(
        first, segment(range.last(), range).number(), Map.of(first.timeline(), 0L), there);
  }

  /**
   * All that follows a base.
   *
   * @param histories text of each ".history" that is there: of which timelines it is the
   *     continuation, and from where
   */
  static WalChain after(WalRange range, Set<String> there, Map<String, String> histories) {
    WalSegment first = segment(range.first(), range);
    TreeMap<Long, Long> begins = begins(first.timeline(), histories, range.size());
    long last =
        there.stream()
            .flatMap(name -> WalSegment.of(name, range.size()).stream())
            .filter(each -> begins.containsKey(each.timeline()))
            .mapToLong(WalSegment::number)
            .max()
            .orElse(first.number());
    WalChain chain = follow(first, last, begins, there);
    List<String> all = new ArrayList<>(histories.keySet());
    all.addAll(chain.segments());
    return new WalChain(all, chain.missing());
  }

  private static WalSegment segment(String name, WalRange range) {
    return WalSegment.of(name, range.size()).orElseThrow();
  }

  /** Maps each timeline in the newest lineage of a base to its first segment. */
  private static TreeMap<Long, Long> begins(long base, Map<String, String> histories, long size) {
    TreeMap<Long, Long> newest = new TreeMap<>(Map.of(base, 0L));
    for (Map.Entry<String, String> history : new TreeMap<>(histories).entrySet()) {
      TreeMap<Long, Long> begins = new TreeMap<>();
      long from = 0;
      for (String line : history.getValue().lines().toList()) {
        String[] words = line.strip().split("\\s+", 3);
        if (words.length >= 2 && words[0].matches("\\d+")) {
          begins.put(Long.parseLong(words[0]), from);
          from = WalSegment.numberAt(words[1], size);
        }
      }
      String name = history.getKey();
      begins.put(Long.parseLong(name.substring(0, name.length() - HISTORY.length()), 16), from);
      if (begins.containsKey(base)) {
        newest = begins;
      }
    }
    return newest;
  }

  private static WalChain follow(
      WalSegment first, long last, Map<Long, Long> begins, Set<String> there) {
    List<String> segments = new ArrayList<>();
    for (long number = first.number(); number <= last; number++) {
      Optional<String> found = Optional.empty();
      String missing = "";
      // The segment in which a timeline begins may exist for both, or for the old one only.
      for (Map.Entry<Long, Long> timeline : new TreeMap<>(begins).descendingMap().entrySet()) {
        if (timeline.getValue() > number || timeline.getKey() < first.timeline()) {
          continue;
        }
        String name = first.on(timeline.getKey(), number).name();
        missing = missing.isEmpty() ? name : missing;
        if (there.contains(name)) {
          found = Optional.of(name);
          break;
        }
        if (timeline.getValue() < number) {
          break;
        }
      }
      if (found.isEmpty()) {
        return new WalChain(segments, Optional.of(missing));
      }
      segments.add(found.get());
    }
    return new WalChain(segments, Optional.empty());
  }

  void expectWhole() throws OpsException {
    if (missing.isPresent()) {
      throw OpsException.refused(
          "follow the WAL",
          "its segment " + missing.get() + " is missing",
          "Make a new base backup now; of this one only what is before that segment can be restored.");
    }
  }
}
