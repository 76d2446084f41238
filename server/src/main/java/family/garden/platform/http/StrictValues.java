package family.garden.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates, UUIDs and names of constants, which have exactly one spelling and no blanks around
 * them.
 */
final class StrictValues extends SimpleModule {
  private static final long serialVersionUID = 1;

  StrictValues() {
    super("strict values");
    addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, Written::date));
    addDeserializer(UUID.class, new FromText<>(UUID.class, Written::id));
    setDeserializerModifier(
        new BeanDeserializerModifier() {
          private static final long serialVersionUID = 1;

          @Override
          public JsonDeserializer<?> modifyEnumDeserializer(
              DeserializationConfig config,
              JavaType type,
              BeanDescription description,
              JsonDeserializer<?> usual) {
            return new Constant(type, usual);
          }
        });
  }

  /** A value with one spelling; {@code parse} returns null for any other. */
  private static final class FromText<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Function<String, @Nullable T> parse;

    FromText(Class<T> type, Function<String, @Nullable T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return (T) context.handleUnexpectedToken(handledType(), json);
      }
      T value = parse.apply(json.getText());
      return value == null
          ? (T) context.handleWeirdStringValue(handledType(), json.getText(), "not as described")
          : value;
    }
  }

  /** Jackson would ignore blanks around a constant's name, and read an empty name as null. */
  private static final class Constant extends StdDeserializer<Object>
      implements ContextualDeserializer {
    private static final long serialVersionUID = 1;

    private final transient JavaType type;
    private final transient JsonDeserializer<?> usual;

    Constant(JavaType type, JsonDeserializer<?> usual) {
      super(type);
      this.type = type;
      this.usual = usual;
    }

    @Override
    public JsonDeserializer<?> createContextual(
        DeserializationContext context, BeanProperty property) throws JsonMappingException {
      return usual instanceof ContextualDeserializer contextual
          ? new Constant(type, contextual.createContextual(context, property))
          : this;
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return context.handleUnexpectedToken(handledType(), json);
      }
      String text = json.getText();
      return text.isEmpty() || !text.equals(text.strip())
          ? context.handleWeirdStringValue(handledType(), text, "not as described")
          : usual.deserialize(json, context);
    }
  }
}
