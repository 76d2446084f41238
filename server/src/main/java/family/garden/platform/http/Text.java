package family.garden.platform.http;

import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * A sentence for a person, not yet in a language: a key of {@code texts_*.properties} and what goes
 * into it. Dates and numbers are formatted for the language it is formatted in.
 */
public record Text(String key, List<Object> arguments) {
  public Text {
    arguments = List.copyOf(arguments);
  }

  public static Text of(String key, Object... arguments) {
    return new Text(key, List.of(arguments));
  }

  /** For each field the sentences about it in {@code language}, in the same order. */
  public static Map<String, List<String>> all(Map<String, List<Text>> about, Language language) {
    Map<String, List<String>> formatted = new LinkedHashMap<>();
    about.forEach(
        (field, texts) ->
            formatted.put(field, texts.stream().map(text -> text.in(language)).toList()));
    return formatted;
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
    Object[] formatted =
        arguments.stream().map(argument -> Dates.format(argument, language)).toArray();
    return new MessageFormat(pattern, language.locale()).format(formatted);
  }
}
