package family.garden.platform.http;

import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;

/**
 * A sentence for a person, not yet in a language: a key of {@code texts_*.properties} and what goes
 * into it. Dates and numbers are formatted for the language it is told in.
 */
public record Text(String key, List<Object> arguments) {
  public Text {
    arguments = List.copyOf(arguments);
  }

  public static Text of(String key, Object... arguments) {
    return new Text(key, List.of(arguments));
  }

  /**
   * The sentence in {@code language}.
   *
   * @throws java.util.MissingResourceException if no such sentence was written
   */
  public String in(Language language) {
    String pattern =
        ResourceBundle.getBundle(
                "texts",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .getString(key);
    Object[] told = arguments.stream().map(argument -> Dates.told(argument, language)).toArray();
    return new MessageFormat(pattern, language.locale()).format(told);
  }
}
