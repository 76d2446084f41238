package family.garden.ops.notify;

import java.io.IOException;

/** One way on which notifications reach the keeper. */
sealed interface Channel permits Webhook, Ntfy, Mail {
  /** Its name in messages; contains no secret. */
  String name();

  /**
   * Sends a notification; may be interrupted at any time.
   *
   * @throws IOException if it was not accepted; the message contains no secret
   */
  void send(Notification notification) throws IOException;
}
