package family.garden.contract.garden;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.validate.ValidationResult;

/** A calendar as an independent library reads it. */
public final class ReadCalendar {
  private final Calendar calendar;

  private ReadCalendar(Calendar calendar) {
    this.calendar = calendar;
  }

  /**
   * Reads a calendar.
   *
   * @throws AssertionError if it breaks RFC 5545
   */
  public static ReadCalendar of(String text) {
    for (String line : text.split("\r\n", -1)) {
      if (line.getBytes(StandardCharsets.UTF_8).length > 75
          || line.contains("\n")
          || line.contains("\r")) {
        throw new AssertionError("A line is too long, or does not end with CRLF: " + line);
      }
    }
    try {
      Calendar read = new CalendarBuilder().build(new StringReader(text));
      ValidationResult found = read.validate();
      // The grammar requires an event, but programs also read a calendar without one.
      if (found.hasErrors() && !read.getComponents().isEmpty()) {
        throw new AssertionError(found + " in\n" + text);
      }
      return new ReadCalendar(read);
    } catch (IOException | ParserException e) {
      throw new AssertionError("No calendar: " + text, e);
    }
  }

  /** A property of the whole calendar; empty text if it has none. */
  public String value(String property) {
    return calendar.getProperty(property).map(Property::getValue).orElse("");
  }

  public List<Event> events() {
    return calendar.getComponents(Component.VEVENT).stream().map(Event::new).toList();
  }

  /** One event. */
  public record Event(Component component) {
    /** The value of a property; empty text if it has none. */
    public String value(String property) {
      return component.getProperty(property).map(Property::getValue).orElse("");
    }

    /** Whether a property holds a date without a time. */
    public boolean isDate(String property) {
      return component
          .getProperty(property)
          .<Parameter>flatMap(found -> found.getParameter(Parameter.VALUE))
          .map(type -> type.getValue().equals("DATE"))
          .orElse(false);
    }
  }
}
