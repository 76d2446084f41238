package family.garden.ops.notify;

import java.time.Duration;

/** What happened, and what to do. */
public record News(String title, boolean good, String text, Duration took, String advice) {}
