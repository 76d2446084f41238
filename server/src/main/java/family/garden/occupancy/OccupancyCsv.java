package family.garden.occupancy;

import family.garden.occupancy.OccupancyReport.Figures;
import family.garden.occupancy.OccupancyReport.Month;
import family.garden.occupancy.OccupancyReport.Place;
import family.garden.platform.http.Language;
import family.garden.platform.http.Text;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as a table for a spreadsheet, after RFC 4180: one line for each accommodation and month,
 * and no sums, so that a pivot table does not count twice.
 *
 * <p>With semicolons, which differ from the RFC, and a byte order mark: the family's Excel is a
 * German one, where the comma belongs to numbers and a file without the mark is no UTF-8.
 * LibreOffice and Numbers ask or guess right. The share is in whole percent, since a point or comma
 * in it would be wrong in one of the languages.
 */
final class OccupancyCsv {
  private static final String MARK = "\uFEFF";
  private static final String END_OF_LINE = "\r\n";

  private OccupancyCsv() {}

  static String of(OccupancyReport report, Language language) {
    Stream<List<String>> lines =
        report.accommodations().stream()
            .flatMap(place -> place.months().stream().map(month -> line(place, month)));
    return Stream.concat(Stream.of(header(language)), lines)
        .map(OccupancyCsv::written)
        .collect(Collectors.joining("", MARK, ""));
  }

  private static List<String> header(Language language) {
    return Stream.of("place", "month", "offered", "taken", "share")
        .map(column -> Text.of("occupancy." + column).in(language))
        .toList();
  }

  private static List<String> line(Place place, Month month) {
    Figures figures = month.figures();
    Double share = figures.share();
    return List.of(
        place.name(),
        month.month(),
        Long.toString(figures.offered()),
        Long.toString(figures.taken()),
        share == null ? "" : Long.toString(Math.round(100 * share)));
  }

  private static String written(List<String> fields) {
    return fields.stream()
        .map(OccupancyCsv::field)
        .collect(Collectors.joining(";", "", END_OF_LINE));
  }

  /** Quoted, and never a formula: with an apostrophe in front a spreadsheet takes it for text. */
  static String field(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
