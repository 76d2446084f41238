package family.garden.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter that the mail server refused for good, or did not accept for days.
 *
 * @param address whom it was for
 * @param replyCode what the mail server answered (RFC 5321); null where it did not answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefusedMail(
    String address, String subject, Instant refusedAt, @Nullable Integer replyCode) {}
