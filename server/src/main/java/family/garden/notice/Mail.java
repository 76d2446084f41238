package family.garden.notice;

/**
 * A letter, finished: plain text only, so that no name in it can be taken for markup.
 *
 * @param to the address
 */
record Mail(String to, String subject, String text) {}
