package family.garden.mail;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes a refusal of this garden's sender, server or log-in, which every letter would meet,
 * from a refusal of one recipient or one letter. Mail servers answer both with 5.7.1 or without any
 * status; then the words of the answer decide.
 */
final class SenderRefusal {
  /** An enhanced status (RFC 3463) behind the reply code of a permanent refusal. */
  private static final Pattern STATUS =
      Pattern.compile("\\s*5\\d\\d[ -](5\\.\\d{1,3}\\.\\d{1,3})\\b");

  /** From the registry of enhanced status codes: what the sender or the server must correct. */
  private static final Set<String> OURS =
      Set.of(
          "5.1.7", "5.1.8", "5.7.4", "5.7.8", "5.7.9", "5.7.10", "5.7.11", "5.7.13", "5.7.14",
          "5.7.20", "5.7.21", "5.7.22", "5.7.23", "5.7.24", "5.7.25", "5.7.26", "5.7.27", "5.7.28",
          "5.7.29");

  /** The recipient's address, mailbox or list, or the size of the letter. */
  private static final Pattern THEIRS =
      Pattern.compile("5\\.(1\\.\\d+|2\\.\\d+|3\\.4|7\\.(2|17|18))");

  private static final Pattern WORDS =
      Pattern.compile(
          "\\brelay|\\bauthenticat|\\blog ?in\\b|\\bcredential|\\bclient host\\b|\\bhostname\\b"
              + "|\\bhelo\\b|\\breverse\\b|\\brdns\\b|\\bptr\\b|\\bspf\\b|\\bdkim\\b|\\bdmarc\\b"
              + "|\\bblocked using\\b|\\b(block|black) ?list|\\bdnsbl\\b|\\bspamhaus\\b"
              + "|\\bip address\\b|\\breputation\\b|\\bsender\\b",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 500;

  private SenderRefusal() {}

  /**
   * Whether a permanent refusal is about the sender.
   *
   * @param reply the mail server's whole answer, from its reply code on
   */
  static boolean isMeantBy(@Nullable String reply) {
    String words = reply == null ? "" : reply.substring(0, Math.min(LONGEST, reply.length()));
    Matcher status = STATUS.matcher(words);
    if (status.lookingAt()) {
      if (OURS.contains(status.group(1))) {
        return true;
      }
      if (THEIRS.matcher(status.group(1)).matches()) {
        return false;
      }
    }
    return WORDS.matcher(words).find();
  }
}
