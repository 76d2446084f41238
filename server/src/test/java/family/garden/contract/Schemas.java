package family.garden.contract;

import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.format.PatternFormat;
import java.util.Locale;

/** How schemas are read: JSON Schema 2020-12, with every format checked. */
final class Schemas {
  /**
   * A mailbox of RFC 5321. The library's own check asks for a top-level domain of the public list,
   * which an address at home need not have.
   */
  private static final PatternFormat MAILBOX =
      PatternFormat.of(
          "email",
          "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$",
          "format.email");

  static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder()
          .formatAssertionsEnabled(true)
          .pathType(PathType.JSON_POINTER)
          .locale(Locale.ENGLISH)
          .build();

  private Schemas() {}

  static JsonSchemaFactory factory() {
    JsonMetaSchema standard = JsonMetaSchema.getV202012();
    JsonMetaSchema withMailbox = JsonMetaSchema.builder(standard).format(MAILBOX).build();
    return JsonSchemaFactory.builder()
        .defaultMetaSchemaIri(withMailbox.getIri())
        .metaSchema(withMailbox)
        .build();
  }
}
