package family.garden.ops.deploy;

import family.garden.ops.disk.Durable;
import family.garden.ops.json.Json;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was deployed, a line each, in history.jsonl of the state folder; the newest last. */
record History(Path state) {
  Path file() {
    return state.resolve("history.jsonl");
  }

  /** All entries; skips half a line, which a power cut left, and refuses other damage. */
  List<HistoryEntry> read() throws OpsException {
    Optional<String> text = Durable.read(file());
    if (text.isPresent() && text.get().isBlank()) {
      throw StateFile.damaged(file(), "it is empty");
    }
    List<HistoryEntry> entries = new ArrayList<>();
    int number = 0;
    for (String line : text.orElse("").lines().toList()) {
      number++;
      if (!isHalf(line)) {
        Optional<HistoryEntry> entry = entry(line);
        if (entry.isEmpty()) {
          throw StateFile.damaged(file(), "line %d is no entry of it".formatted(number));
        }
        entries.add(entry.get());
      }
    }
    return entries;
  }

  /** The entries that can be read; skips every other line. */
  List<HistoryEntry> readable() throws OpsException {
    return Durable.read(file()).orElse("").lines().flatMap(line -> entry(line).stream()).toList();
  }

  private static boolean isHalf(String line) {
    return line.startsWith("{") && !line.endsWith("}");
  }

  private Optional<HistoryEntry> entry(String line) {
    try {
      return Optional.of(Json.read(line, HistoryEntry.class, file().toString()));
    } catch (OpsException e) {
      return Optional.empty();
    }
  }

  /** Whether a release was ever brought to serve here. */
  boolean hasDone() throws OpsException {
    return lastChangeOfRelease().isPresent();
  }

  /** The last operation that was done and changed the release. */
  Optional<Operation> lastChangeOfRelease() throws OpsException {
    return read().stream()
        .filter(entry -> entry.result() == HistoryEntry.Result.DONE)
        .map(HistoryEntry::operation)
        .filter(Operation::changesRelease)
        .reduce((older, newer) -> newer);
  }

  void rewrite(List<HistoryEntry> entries) throws OpsException {
    Durable.write(
        file(),
        entries.stream().map(entry -> Json.writeLine(entry) + "\n").collect(Collectors.joining()));
  }

  /**
   * How long the last operation of a kind took that was done; lines that cannot be read do not
   * count.
   */
  Optional<Duration> lastTook(Operation operation) throws OpsException {
    return readable().stream()
        .filter(
            entry -> entry.operation() == operation && entry.result() == HistoryEntry.Result.DONE)
        .reduce((older, newer) -> newer)
        .map(entry -> Duration.between(entry.startedAt(), entry.finishedAt()));
  }

  Optional<HistoryEntry> last() throws OpsException {
    List<HistoryEntry> all = read();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** Adds an entry, unless a run that was killed right afterwards has added it. */
  void add(HistoryEntry entry) throws OpsException {
    Optional<HistoryEntry> last = last();
    if (last.isEmpty() || !last.get().startedAt().equals(entry.startedAt())) {
      Durable.append(file(), Json.writeLine(entry));
    }
  }
}
