package family.garden.ops.backup;

import family.garden.ops.config.BackupSettings.Keep;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which backups stay: of each type the newest that are verified, the newest of each of the last
 * days, weeks and months (in UTC), and what is newer than all of these and not verified. So an
 * attempt that failed removes none that is verified. Beyond these, the bases stay from which
 * restores to each moment begin that the keeper may ask for.
 *
 * @param stay what is kept, the oldest first
 * @param go what is not
 */
record Retention(List<Manifest> stay, List<Manifest> go) {
  /** Of all backups, the oldest first; each moment after {@code since} may be restored. */
  static Retention of(List<Manifest> all, Keep keep, Instant since) {
    Set<Manifest> stay = new HashSet<>();
    for (BackupType type : BackupType.values()) {
      List<Manifest> newestFirst =
          all.reversed().stream().filter(each -> each.type() == type).toList();
      List<Manifest> verified =
          newestFirst.stream().filter(each -> each.verifiedAt().isPresent()).toList();
      newestFirst.stream()
          .takeWhile(each -> each.verifiedAt().isEmpty())
          .limit(keep.last())
          .forEach(stay::add);
      verified.stream().limit(keep.last()).forEach(stay::add);
      stay.addAll(newestOfEach(verified, Retention::day, keep.days()));
      stay.addAll(newestOfEach(verified, Retention::week, keep.weeks()));
      stay.addAll(newestOfEach(verified, each -> YearMonth.from(day(each)), keep.months()));
      if (type == BackupType.BASE) {
        stay.addAll(beginnings(verified, since));
      }
    }
    return new Retention(
        all.stream().filter(stay::contains).toList(),
        all.stream().filter(each -> !stay.contains(each)).toList());
  }

  private static List<Manifest> newestOfEach(
      List<Manifest> newestFirst, Function<Manifest, Object> span, int most) {
    Set<Object> seen = new HashSet<>();
    return newestFirst.stream().filter(each -> seen.add(span.apply(each))).limit(most).toList();
  }

  /**
   * The newest base that is older than that moment, and of each database the oldest that is newer:
   * it takes the place of the first when it is old enough itself.
   */
  private static List<Manifest> beginnings(List<Manifest> bases, Instant since) {
    Comparator<Manifest> byTime = Comparator.comparing(Manifest::madeAt);
    Map<String, Manifest> next =
        bases.stream()
            .filter(each -> each.madeAt().isAfter(since))
            .collect(
                Collectors.toMap(
                    Manifest::systemId, Function.identity(), BinaryOperator.minBy(byTime)));
    return Stream.concat(
            bases.stream().filter(each -> !each.madeAt().isAfter(since)).max(byTime).stream(),
            next.values().stream())
        .toList();
  }

  private static LocalDate day(Manifest manifest) {
    return LocalDate.ofInstant(manifest.madeAt(), ZoneOffset.UTC);
  }

  private static LocalDate week(Manifest manifest) {
    return day(manifest).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** The WAL of a database that is still needed to restore each moment since that one. */
  NeededWal wal(String systemId, Instant since) {
    List<Manifest> bases =
        stay.stream()
            .filter(each -> each.systemId().equals(systemId) && each.wal().isPresent())
            .toList();
    List<Manifest> verified = bases.stream().filter(each -> each.verifiedAt().isPresent()).toList();
    List<Manifest> begins = new ArrayList<>();
    if (verified.isEmpty()) {
      begins.addAll(bases);
    } else {
      begins.add(verified.getLast());
      begins.add(
          verified.reversed().stream()
              .filter(each -> !each.madeAt().isAfter(since))
              .findFirst()
              .orElse(verified.getFirst()));
    }
    return new NeededWal(
        bases.stream().map(each -> each.wal().orElseThrow()).toList(),
        begins.stream()
            .map(each -> NeededWal.place(each.wal().orElseThrow().first()))
            .min(Comparator.naturalOrder()));
  }
}
