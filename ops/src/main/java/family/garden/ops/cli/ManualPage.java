package family.garden.ops.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes the manual page bookingctl(1) from the descriptions of the commands; packaging calls it.
 * One page has all commands, so that a search finds everything.
 */
final class ManualPage {
  private final PrintStream out;

  private ManualPage(PrintStream out) {
    this.out = out;
  }

  public static void main(String... arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new ManualPage(out).write(new CommandLine(new RootCommand()).getCommandSpec());
  }

  private void write(CommandSpec all) {
    out.println(".TH BOOKINGCTL 1");
    section("NAME");
    text("bookingctl - " + lowered(described(all)));
    section("SYNOPSIS");
    out.println(".B bookingctl");
    out.println(".I command");
    text("[options]");
    section("COMMANDS");
    all.subcommands().forEach((name, each) -> command(name, each.getCommandSpec()));
    section("OPTIONS OF EVERY COMMAND");
    commonOf(all).forEach(this::option);
    section("EXIT STATUS");
    all.usageMessage().exitCodeList().forEach(this::entry);
    section("FILES");
    entry("/etc/booking/settings.env", "The keeper's settings; see the runbook.");
    entry("/etc/booking/images.env", "Which images run; bookingctl writes it at each deploy.");
    entry("/etc/booking/secrets", "One file for each secret.");
    entry("/var/lib/booking/state", "The state of bookingctl: history, lock, a running deploy.");
    entry("/var/lib/booking/backups", "The backups on this machine.");
    section("ENVIRONMENT");
    entry("BOOKING_SETTINGS", "The file with the settings, unless --settings names one.");
  }

  private void command(String name, CommandSpec spec) {
    if (spec.usageMessage().hidden()) {
      return;
    }
    if (!spec.subcommands().isEmpty()) {
      spec.subcommands()
          .forEach((below, each) -> command(name + " " + below, each.getCommandSpec()));
      return;
    }
    out.println(".SS " + escaped(name + positional(spec)));
    text(described(spec));
    for (PositionalParamSpec position : spec.positionalParameters()) {
      entry(position.paramLabel(), String.join(" ", position.description()));
    }
    List<OptionSpec> common = common(spec);
    spec.options().stream().filter(one -> !common.contains(one)).forEach(this::option);
  }

  private static String positional(CommandSpec spec) {
    StringBuilder all = new StringBuilder();
    for (PositionalParamSpec position : spec.positionalParameters()) {
      String label = position.paramLabel();
      all.append(position.required() ? " " + label : " [" + label + "]");
    }
    return all.toString();
  }

  private static List<OptionSpec> commonOf(CommandSpec all) {
    return all.subcommands().values().stream()
        .map(each -> common(each.getCommandSpec()))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The options that {@link CommonOptions} mixes in. */
  private static List<OptionSpec> common(CommandSpec spec) {
    return spec.mixins().values().stream()
        .filter(mixin -> mixin.userObject() instanceof CommonOptions)
        .flatMap(mixin -> mixin.options().stream())
        .toList();
  }

  private void option(OptionSpec option) {
    if (!option.hidden()) {
      String label = option.arity().max() > 0 ? " " + option.paramLabel() : "";
      entry(String.join(", ", option.names()) + label, String.join(" ", option.description()));
    }
  }

  private static String described(CommandSpec spec) {
    return String.join(" ", spec.usageMessage().description());
  }

  private static String lowered(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  private void section(String title) {
    out.println(".SH " + title);
  }

  private void entry(String term, String text) {
    out.println(".TP");
    out.println(".B " + escaped(term));
    text(text);
  }

  private void text(String text) {
    out.println(escaped(text.replace("%%", "%").replace("%n", " ")));
  }

  /** A backslash and a hyphen mean something to troff, a point or quote at the beginning too. */
  private static String escaped(String text) {
    String plain = text.replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
