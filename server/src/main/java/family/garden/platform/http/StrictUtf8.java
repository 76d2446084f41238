package family.garden.platform.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Refuses JSON that is not well-formed UTF-8 (RFC 8259, section 8.1). Jackson would accept overlong
 * characters, and detect UTF-16 and UTF-32 by their zero bytes.
 */
@Provider
final class StrictUtf8 implements ReaderInterceptor {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    MediaType type = context.getMediaType();
    if (type == null || type.getSubtype().endsWith("json")) {
      // The server bounds how long a body may be.
      byte[] body = context.getInputStream().readAllBytes();
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      if (text.chars().anyMatch(c -> c == 0)
          || (!text.isEmpty() && text.get(0) == BYTE_ORDER_MARK)) {
        throw new CharConversionException("not written as UTF-8");
      }
      context.setInputStream(new ByteArrayInputStream(body));
    }
    return context.proceed();
  }
}
