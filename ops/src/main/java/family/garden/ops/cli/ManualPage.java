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
 * Writes bookingctl(1), from what the command line understands; called when it is packaged. One
 * page for all verbs, so that a search in it finds everything.
 */
final class ManualPage {
  private final PrintStream out;

  private ManualPage(PrintStream out) {
    this.out = out;
  }

  public static void main(String... arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new ManualPage(out).write(new CommandLine(new Verbs()).getCommandSpec());
  }

  private void write(CommandSpec all) {
    out.println(".TH BOOKINGCTL 1");
    section("NAME");
    text("bookingctl - " + lowered(described(all)));
    section("SYNOPSIS");
    out.println(".B bookingctl");
    out.println(".I verb");
    text("[options]");
    section("VERBS");
    all.subcommands().forEach((name, verb) -> verb(name, verb.getCommandSpec()));
    section("OPTIONS OF EVERY VERB");
    commonOf(all).forEach(this::option);
    section("EXIT STATUS");
    all.usageMessage().exitCodeList().forEach(this::entry);
    section("FILES");
    entry("/etc/booking/settings.env", "What the keeper decided; see the runbook.");
    entry("/etc/booking/images.env", "Which images run; written by a deploy.");
    entry("/etc/booking/secrets", "A file for each secret.");
    entry("/var/lib/booking/state", "What bookingctl remembers.");
    entry("/var/lib/booking/backups", "Backups on this machine.");
    section("ENVIRONMENT");
    entry("BOOKING_SETTINGS", "The file with the settings, where --settings does not name one.");
  }

  private void verb(String name, CommandSpec spec) {
    if (spec.usageMessage().hidden()) {
      return;
    }
    if (!spec.subcommands().isEmpty()) {
      spec.subcommands().forEach((below, verb) -> verb(name + " " + below, verb.getCommandSpec()));
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
        .map(verb -> common(verb.getCommandSpec()))
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
