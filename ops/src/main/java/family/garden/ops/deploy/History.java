package family.garden.ops.deploy;

import family.garden.ops.disk.Durable;
import family.garden.ops.report.Json;
import family.garden.ops.report.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was deployed, a line each, in history.jsonl of the state folder; the newest last. */
record History(Path state) {
  private Path file() {
    return state.resolve("history.jsonl");
  }

  /** Half a line, which a power cut left, is passed over. */
  List<HistoryEntry> read() throws Trouble {
    List<HistoryEntry> entries = new ArrayList<>();
    for (String line : Durable.read(file()).orElse("").lines().toList()) {
      if (line.startsWith("{") && line.endsWith("}")) {
        entries.add(Json.read(line, HistoryEntry.class, file().toString()));
      }
    }
    return entries;
  }

  Optional<HistoryEntry> last() throws Trouble {
    List<HistoryEntry> all = read();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** Adds it, unless it is there: whoever was killed right after adding it comes here again. */
  void add(HistoryEntry entry) throws Trouble {
    Optional<HistoryEntry> last = last();
    if (last.isEmpty() || !last.get().began().equals(entry.began())) {
      Durable.append(file(), Json.writeLine(entry));
    }
  }
}
