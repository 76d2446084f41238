package family.garden.contract.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values that have broken programs before. */
final class HostileValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Texts for any place: edges of dates, of encodings, of databases and of pages. */
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\t\n\r",
          "\0",
          "Anna\0Grün",
          "\u0001\u001b[31m\u007f\u0085",
          "\ufeffAnna",
          "\u202eannA\u202c",
          "a\u0301\u0301\u0301\u0301",
          "👩‍👩‍👧‍👦🏡",
          "\ud83c\udfe1".repeat(200),
          "\uffff\ufffe",
          "ﷺ".repeat(100),
          "İıſK",
          "x".repeat(101),
          "x".repeat(501),
          "x".repeat(30_000),
          "' OR '1'='1",
          "'; DROP TABLE booking; --",
          "%' OR 1=1 --",
          "$$; SELECT pg_sleep(10); --",
          "\\",
          "%00%0a",
          "{0} {} %s %n ${7*7} #{7*7}",
          "{0,number,'}",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "../../../etc/passwd",
          "anna@garden.example\r\nBcc: all@garden.example",
          "anna@garden.example",
          "\"anna\"@garden.example",
          "anna@[127.0.0.1]",
          "anna@@garden",
          "null",
          "true",
          "NaN",
          "-1",
          "0",
          "2147483648",
          "9223372036854775808",
          "1e309",
          "0x1F",
          "٣",
          "2027-02-30",
          "2027-02-29",
          "2027-13-01",
          "0000-00-00",
          "0000-01-01",
          "-0001-12-31",
          "+999999999-12-31",
          "-999999999-01-01",
          "+294277-01-01",
          "9999-12-31",
          "5874898-01-01",
          "2027-07-01T00:00:00Z",
          "2027-7-1",
          "２０２７-０７-０１",
          "00000000-0000-0000-0000-000000000000",
          "ffffffff-ffff-ffff-ffff-ffffffffffff",
          "1-1-1-1-1",
          "{0b8f7c3e-6f0a-4c43-9a53-1f5d1f0f3a11}");

  private static final List<JsonNode> VALUES =
      Stream.concat(
              TEXTS.stream().<JsonNode>map(JSON::textNode),
              Stream.of(
                  JSON.nullNode(),
                  JSON.booleanNode(true),
                  JSON.arrayNode(),
                  JSON.arrayNode().add(JSON.nullNode()),
                  JSON.objectNode(),
                  raw("0"),
                  raw("-1"),
                  raw("-0"),
                  raw("0.5"),
                  raw("1.0"),
                  raw("21"),
                  raw("101"),
                  raw("65536"),
                  raw("2147483647"),
                  raw("2147483648"),
                  raw("-2147483649"),
                  raw("9223372036854775808"),
                  raw("1e400"),
                  raw("1e-400"),
                  raw("1E+999999999"),
                  raw("9".repeat(5000)),
                  raw("NaN"),
                  raw("01"),
                  raw("\"\\ud800\""),
                  raw("\"Anna \\udc00 Grün\""),
                  raw("\"\\u0000\""),
                  raw("\"\\x41\""),
                  raw("\"line\nbreak\""),
                  raw("[".repeat(5000) + "]".repeat(5000)),
                  raw("{\"a\":".repeat(5000) + "1" + "}".repeat(5000)),
                  raw("[" + "1,".repeat(5000) + "1]")))
          .collect(Collectors.toUnmodifiableList());

  private HostileValues() {}

  /** JSON as it stands here, well-formed or not. */
  private static JsonNode raw(String json) {
    return new POJONode(new RawValue(json));
  }

  static String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  static JsonNode value(Random random) {
    return VALUES.get(random.nextInt(VALUES.size()));
  }
}
