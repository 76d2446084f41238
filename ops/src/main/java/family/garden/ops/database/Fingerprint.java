package family.garden.ops.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that makes a database what it is, a fact each: rows and checksum of the content of
 * every table, and what its columns, constraints, indexes, sequences, views, functions and triggers
 * are.
 *
 * @param facts like "content public.booking" → "104 rows, checksum 12:34"
 */
public record Fingerprint(SortedMap<String, String> facts) {
  private static final String POSITION = "position ";
  private static final String USED = "used ";

  public Fingerprint(SortedMap<String, String> facts) {
    this.facts = new TreeMap<>(facts);
  }

  /** From lines "fact TAB value", as {@link FingerprintQueries} give them. */
  public static Fingerprint of(List<String> lines) {
    SortedMap<String, String> facts = new TreeMap<>();
    for (String line : lines) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        facts.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    return new Fingerprint(facts);
  }

  /** How another database differs from this one; a sentence each, empty if it is the same. */
  public List<String> differences(Fingerprint other) {
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      String there = other.facts.get(fact.getKey());
      if (there == null) {
        all.add(fact.getKey() + " is missing");
      } else if (!isSame(fact.getKey(), fact.getValue(), there)) {
        all.add("%s is %s, expected %s".formatted(fact.getKey(), there, fact.getValue()));
      }
    }
    for (String fact : other.facts.keySet()) {
      if (!facts.containsKey(fact)) {
        all.add(fact + " is there, but was not expected");
      }
    }
    return all;
  }

  /**
   * Sequences know nothing of transactions: while people write, theirs is no position of any one
   * moment. It must not be behind what the rows of that moment have used.
   */
  private boolean isSame(String fact, String expected, String there) {
    if (fact.startsWith(POSITION)) {
      String used = facts.getOrDefault(USED + fact.substring(POSITION.length()), expected);
      return Long.parseLong(there) >= Long.parseLong(used);
    }
    return there.equals(expected);
  }

  public long tables() {
    return facts.keySet().stream().filter(each -> each.startsWith("content ")).count();
  }

  public long rows() {
    return facts.entrySet().stream()
        .filter(each -> each.getKey().startsWith("content "))
        .mapToLong(
            each -> Long.parseLong(each.getValue().substring(0, each.getValue().indexOf(' '))))
        .sum();
  }
}
