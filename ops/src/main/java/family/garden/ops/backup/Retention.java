package family.garden.ops.backup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which backups stay: of each kind the newest that are proven, and what is newer than those. So
 * there is always a proven one, if there ever was.
 *
 * @param stay what is kept, the oldest first
 * @param go what is not
 */
record Retention(List<Manifest> stay, List<Manifest> go) {
  /**
   * @param all the oldest first
   * @param keep how many of each kind
   */
  static Retention of(List<Manifest> all, int keep) {
    List<Manifest> stay = new ArrayList<>(all);
    List<Manifest> go = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      int proven = 0;
      int newer = 0;
      for (Manifest each : all.reversed()) {
        if (each.kind() != kind) {
          continue;
        }
        boolean isProven = each.provenAt().isPresent();
        boolean stays = isProven ? proven++ < keep : proven == 0 && newer++ < keep;
        if (!stays) {
          go.add(each);
        }
      }
    }
    stay.removeAll(go);
    return new Retention(stay, go);
  }

  /** The name of the first piece of the journal of a database that some base still needs. */
  Optional<String> firstPiece(String systemId) {
    return stay.stream()
        .filter(each -> each.systemId().equals(systemId))
        .flatMap(each -> each.journal().stream())
        .map(Manifest.Span::first)
        .min(Comparator.comparing(name -> name.substring(8)));
  }

  /** Whether a piece may go: it lies before all bases that stay. Without any base, none goes. */
  boolean isOld(String systemId, String piece) {
    return piece.matches("[0-9A-F]{24}.*")
        && firstPiece(systemId)
            .filter(first -> piece.substring(8, 24).compareTo(first.substring(8, 24)) < 0)
            .isPresent();
  }
}
