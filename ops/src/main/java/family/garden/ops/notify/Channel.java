package family.garden.ops.notify;

import java.io.IOException;

/** One way to the keeper. */
sealed interface Channel permits Webhook, Ntfy, Mail {
  /** For messages: it names no secret. */
  String name();

  /**
   * Hands the news over; may be interrupted at any time.
   *
   * @throws IOException if they were not taken; its message names no secret
   */
  void take(Notification news) throws IOException;
}
