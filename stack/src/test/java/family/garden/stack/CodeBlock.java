package family.garden.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced code block of a document.
 *
 * @param section the heading of the second level above it; empty before the first
 * @param line where it begins, counted from 1
 * @param info what stands after the opening fence, like {@code sh box}
 * @param text its lines, without the indentation of the fence
 * @param reason why it is not run; empty where the document gives none
 */
record CodeBlock(String section, int line, String info, String text, Optional<String> reason) {
  private static final Pattern FENCE = Pattern.compile("( *)(```+)\\s*(.*)");
  private static final Pattern NOT_RUN = Pattern.compile("\\s*<!-- not run: (\\S.*) -->");

  /** All blocks of a document, in its order. */
  static List<CodeBlock> in(List<String> lines) {
    List<CodeBlock> blocks = new ArrayList<>();
    String section = "";
    Optional<String> reason = Optional.empty();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      Matcher fence = FENCE.matcher(line);
      if (fence.matches()) {
        int end = end(lines, at, fence.group(2));
        int indentation = fence.group(1).length();
        StringBuilder text = new StringBuilder();
        for (String inside : lines.subList(at + 1, end)) {
          text.append(inside.length() > indentation ? inside.substring(indentation) : "");
          text.append('\n');
        }
        blocks.add(new CodeBlock(section, at + 1, fence.group(3), text.toString(), reason));
        at = end;
      } else if (line.startsWith("## ")) {
        section = line.substring(3).strip();
      }
      Matcher notRun = NOT_RUN.matcher(line);
      reason = notRun.matches() ? Optional.of(notRun.group(1)) : Optional.empty();
    }
    return blocks;
  }

  private static int end(List<String> lines, int begin, String fence) {
    for (int at = begin + 1; at < lines.size(); at++) {
      if (lines.get(at).strip().equals(fence)) {
        return at;
      }
    }
    throw new AssertionError("The block in line " + (begin + 1) + " has no end.");
  }

  /** Whether a test runs it. */
  boolean isRun() {
    return info.equals("sh box") || info.equals("sh laptop");
  }

  boolean isOnTheBox() {
    return info.equals("sh box");
  }

  /** Whether it shows the output of the block before it. */
  boolean isOutput() {
    return info.equals("text output");
  }

  /** What must be printed, where {@code …} stands for anything on the same line. */
  Pattern expected() {
    return expected(text);
  }

  /** Like {@link #expected()}, for another text. */
  static Pattern expected(String text) {
    StringBuilder pattern = new StringBuilder();
    for (String part : text.split("…", -1)) {
      pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.compile(pattern.toString());
  }
}
