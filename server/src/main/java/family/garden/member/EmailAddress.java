package family.garden.member;

import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * E-mail addresses in one spelling. The domain is stored as mail servers accept it: {@code müller}
 * is {@code xn--mller-kva} (RFC 5891), so that both count as one address.
 */
public final class EmailAddress {
  /**
   * Letters that IDNA 2003, which Java implements, converts ({@code ß} into {@code ss}) and IDNA
   * 2008 does not: the converted name may be the domain of somebody else.
   */
  private static final String READ_DIFFERENTLY = "ßẞς\u200c\u200d";

  private EmailAddress() {}

  /**
   * The spelling that is stored and compared; for text that is not an address, the text in lower
   * case.
   */
  static String canonical(String typed) {
    String lower = typed.toLowerCase(Locale.ROOT);
    return withAsciiDomain(Normalizer.normalize(lower, Normalizer.Form.NFC)).orElse(lower);
  }

  /**
   * All spellings of a canonical address that may be stored, itself first: earlier versions kept
   * the domain as it was typed, and accents composed or not.
   */
  static List<String> stored(String canonical) {
    int at = canonical.lastIndexOf('@');
    String unicode =
        canonical.substring(0, at + 1)
            + IDN.toUnicode(canonical.substring(at + 1)).toLowerCase(Locale.ROOT);
    return Stream.of(canonical, unicode)
        .flatMap(
            one ->
                Stream.of(
                    one,
                    Normalizer.normalize(one, Normalizer.Form.NFC),
                    Normalizer.normalize(one, Normalizer.Form.NFD)))
        .distinct()
        .toList();
  }

  /** The address with its domain in ASCII; empty if the domain cannot be converted. */
  public static Optional<String> withAsciiDomain(String address) {
    int at = address.lastIndexOf('@');
    String domain = address.substring(at + 1);
    if (at < 1 || domain.chars().allMatch(c -> c < 0x80)) {
      return Optional.of(address);
    }
    if (domain.chars().anyMatch(c -> READ_DIFFERENTLY.indexOf(c) >= 0)) {
      return Optional.empty();
    }
    try {
      String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return Optional.of(address.substring(0, at + 1) + ascii);
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }
}
