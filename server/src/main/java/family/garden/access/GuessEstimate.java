package family.garden.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many guesses a password takes, as a power of ten, when the guesser first tries what people
 * usually choose: common words, names, dates, neighbouring keys, repetitions. The estimate is the
 * cheapest way to compose the password of pieces that match such patterns (the idea of Wheeler,
 * zxcvbn, USENIX Security 2016).
 */
final class GuessEstimate {
  /** What a match costs to guess, as a power of ten. */
  private static final double ANY_CHARACTER = 1;

  private static final double KNOWN_OF_THE_PERSON = 1;
  private static final double RUN = 1.5;
  private static final double YEAR = 2;
  private static final double COMMON_WORD = 3.5;
  private static final double DATE = 4;
  private static final double REPETITION = 1;

  private static final Pattern YEARS = Pattern.compile("(?=((?:19|20)\\d\\d))");
  private static final Pattern DATES =
      Pattern.compile("(?=((?:[0-3]?\\d[./-]?[01]?\\d[./-]?(?:19|20)?\\d\\d)))");

  private static final List<String> KEYS =
      bothWays(
          "qwertzuiopü",
          "qwertyuiop",
          "asdfghjklöä",
          "yxcvbnm",
          "zxcvbnm",
          "1234567890",
          "0123456789",
          "1qaz2wsx3edc4rfv5tgb",
          "1qay2wsx3edc4rfv5tgb",
          "qayxswedcvfr",
          "!\"§$%&/()=",
          "!@#$%^&*()");

  private final String text;

  /** Matches by the index of their end. */
  private final List<List<Match>> matches = new ArrayList<>();

  private record Match(int start, int end, double cost) {}

  private GuessEstimate(String text) {
    this.text = text;
    for (int end = 0; end <= text.length(); end++) {
      matches.add(new ArrayList<>());
    }
  }

  private static List<String> bothWays(String... rows) {
    return Arrays.stream(rows)
        .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
        .toList();
  }

  /**
   * The power of ten; 10 or more for ten characters without any pattern.
   *
   * @param personal words that a guesser knows of the person and the place, in lower case
   */
  static double of(String password, Collection<String> personal) {
    GuessEstimate estimate = new GuessEstimate(password.toLowerCase(Locale.ROOT));
    estimate.findWords(personal);
    estimate.findRuns();
    estimate.findPattern(YEARS, YEAR);
    estimate.findPattern(DATES, DATE);
    estimate.findRepetitions();
    return estimate.cheapest(0, estimate.text.length());
  }

  private void findWords(Collection<String> personal) {
    List<String> spellings = spellings();
    for (String spelling : spellings) {
      personal.forEach(word -> find(spelling, word, KNOWN_OF_THE_PERSON));
    }
    CommonPasswords.read(word -> spellings.forEach(spelling -> find(spelling, word, COMMON_WORD)));
  }

  /** As typed, and with digits and signs read as the letters that they often stand for. */
  private List<String> spellings() {
    String letters =
        text.replace('0', 'o')
            .replace('3', 'e')
            .replace('4', 'a')
            .replace('@', 'a')
            .replace('5', 's')
            .replace('$', 's')
            .replace('7', 't');
    String withI = letters.replace('1', 'i').replace('!', 'i');
    String withL = letters.replace('1', 'l');
    return Stream.of(text, withI, withL).distinct().toList();
  }

  private void find(String spelling, String word, double cost) {
    for (int at = spelling.indexOf(word); at >= 0; at = spelling.indexOf(word, at + 1)) {
      add(new Match(at, at + word.length(), cost));
    }
  }

  /** Three characters or more that follow each other in the alphabet or on the keyboard. */
  private void findRuns() {
    for (int start = 0; start < text.length(); start++) {
      for (int step = -1; step <= 1; step += 2) {
        int end = start + 1;
        while (end < text.length() && text.charAt(end) - text.charAt(end - 1) == step) {
          end++;
        }
        addRun(start, end);
      }
      for (String keys : KEYS) {
        addRun(start, start + alike(keys, start));
      }
    }
  }

  /** How much of the text from {@code start} on is in {@code keys}. */
  private int alike(String keys, int start) {
    int longest = 0;
    for (int at = keys.indexOf(text.charAt(start)); at >= 0; ) {
      int same = 0;
      while (at + same < keys.length()
          && start + same < text.length()
          && keys.charAt(at + same) == text.charAt(start + same)) {
        same++;
      }
      longest = Math.max(longest, same);
      at = keys.indexOf(text.charAt(start), at + 1);
    }
    return longest;
  }

  private void addRun(int start, int end) {
    // Every shorter run too: the remaining characters may belong to another match.
    for (int shorter = start + 3; shorter <= end; shorter++) {
      add(new Match(start, shorter, RUN));
    }
  }

  private void findPattern(Pattern pattern, double cost) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      add(new Match(found.start(1), found.end(1), cost));
    }
  }

  /** A repetition costs as much as the repeated part, and a little for the number of times. */
  private void findRepetitions() {
    List<Match> repetitions = new ArrayList<>();
    for (int length = 1; length <= text.length() / 2; length++) {
      for (int start = 0; start + 2 * length <= text.length(); start++) {
        if (start > 0 && text.charAt(start - 1) == text.charAt(start - 1 + length)) {
          // Began earlier.
          continue;
        }
        int end = start + length;
        while (end < text.length() && text.charAt(end) == text.charAt(end - length)) {
          end++;
        }
        if (end - start >= Math.max(2 * length, 4)) {
          repetitions.add(new Match(start, end, cheapest(start, start + length) + REPETITION));
        }
      }
    }
    repetitions.forEach(this::add);
  }

  private void add(Match match) {
    matches.get(match.end()).add(match);
  }

  /** The cost of the cheapest way to compose a part of the text. */
  private double cheapest(int from, int to) {
    double[] costs = new double[to - from + 1];
    for (int end = from + 1; end <= to; end++) {
      costs[end - from] = costs[end - from - 1] + ANY_CHARACTER;
      for (Match match : matches.get(end)) {
        if (match.start() >= from) {
          costs[end - from] =
              Math.min(costs[end - from], costs[match.start() - from] + match.cost());
        }
      }
    }
    return costs[to - from];
  }
}
