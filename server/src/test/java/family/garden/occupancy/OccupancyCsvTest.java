package family.garden.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OccupancyCsvTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+49 30", "-1", "@SUM(A1)", "\tx", "\rx"})
  void makesNoFormulaOfAName(String hostile) {
    assertThat(OccupancyCsv.field(hostile)).isEqualTo("\"'" + hostile + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Zelt           | "Zelt"
          a;b            | "a;b"
          das "große"    | "das ""große""\"
          =HYPERLINK("x")| "'=HYPERLINK(""x"")"
          1-2            | "1-2"
          ``             | ""
          """)
  void quotesEveryField(String text, String written) {
    assertThat(OccupancyCsv.field(text)).isEqualTo(written);
  }
}
