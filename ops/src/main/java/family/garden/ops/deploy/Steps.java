package family.garden.ops.deploy;

import java.util.List;

/** What is done, in its order. */
final class Steps {
  private static final List<Step> DEPLOY =
      List.of(
          new MakeRoom(),
          new BackUp(),
          new BringCompose(),
          new Migrate(),
          new StartFresh(),
          new BecomeHealthy(),
          new SmokeFresh(),
          new WarmUp(),
          new SwitchOver(),
          new ReadBack(),
          new Bake(),
          new Drain(),
          new StopOld(),
          new PruneImages());

  /** Quick: the version has served before, the schema stays, and nobody wants to wait. */
  private static final List<Step> ROLLBACK =
      List.of(
          new MakeRoom(),
          new BringCompose(),
          new StartFresh(),
          new BecomeHealthy(),
          new SmokeFresh(),
          new WarmUp(),
          new SwitchOver(),
          new ReadBack(),
          new Drain(),
          new StopOld());

  private static final List<Step> FIRST =
      List.of(
          new BringCompose(),
          new StartAll(),
          new BecomeHealthy(),
          new SmokeFresh(),
          new ReadBack(),
          new StartUnit());

  /** What cannot be there twice is away for some seconds. */
  private static final List<Step> RENEW =
      List.of(new BackUp(), new ReplaceParts(), new BecomeHealthy(), new ReadBack());

  /** Not baked: the version has served before. What else differs is replaced before the switch. */
  private static final List<Step> APPLY =
      List.of(
          new MakeRoom(),
          new BringRelease(),
          new StartFresh(),
          new BecomeHealthy(),
          new SmokeFresh(),
          new WarmUp(),
          new ApplyParts(),
          new SwitchOver(),
          new ReadBack(),
          new Drain(),
          new StopOld(),
          new KeepPrevious());

  private static final List<Step> APPLY_PARTS =
      List.of(new ApplyParts(), new BecomeHealthy(), new ReadBack());

  private static final List<Step> ROTATE =
      List.of(
          new MakeRoom(),
          new BringRelease(),
          new SwapSecret(),
          new StartFresh(),
          new BecomeHealthy(),
          new SmokeFresh(),
          new WarmUp(),
          new SwitchOver(),
          new ReadBack(),
          new Drain(),
          new StopOld(),
          new KeepPrevious(),
          new ForgetSecret());

  private Steps() {}

  static List<Step> of(Kind kind) {
    return switch (kind) {
      case FIRST -> FIRST;
      case DEPLOY -> DEPLOY;
      case ROLLBACK -> ROLLBACK;
      case RENEW -> RENEW;
      case APPLY -> APPLY;
      case APPLY_PARTS -> APPLY_PARTS;
      case ROTATE -> ROTATE;
    };
  }
}
