package family.garden.ops.deploy;

import java.util.ArrayList;
import java.util.List;

/** The steps of each operation, in their order. */
final class Steps {
  private static final List<Step> START_NEW =
      List.of(new StartNew(), new AwaitHealthy(), new SmokeNew(), new WarmUp());

  private static final List<Step> SWITCH_OVER = List.of(new SwitchOver(), new ReadBack());

  private static final List<Step> STOP_OLD = List.of(new Drain(), new StopOld());

  private static final List<Step> DEPLOY =
      join(
          List.of(new PauseMonitoring(), new BackUp(), new BringCompose(), new Migrate()),
          START_NEW,
          SWITCH_OVER,
          List.of(new Bake()),
          STOP_OLD,
          List.of(new PruneImages()));

  /** Quick: the version has served before, the schema stays, and the keeper is in a hurry. */
  private static final List<Step> ROLLBACK =
      join(List.of(new PauseMonitoring(), new BringCompose()), START_NEW, SWITCH_OVER, STOP_OLD);

  private static final List<Step> FIRST =
      List.of(
          new BringCompose(),
          new StartAll(),
          new AwaitHealthy(),
          new SmokeNew(),
          new ReadBack(),
          new StartUnit());

  /** A service that cannot run twice is away for some seconds. */
  private static final List<Step> UPGRADE_SERVICES =
      List.of(new BackUp(), new ReplaceServices(), new AwaitHealthy(), new ReadBack());

  /**
   * Not baked: the version has served before. The other services are replaced before the switch.
   */
  private static final List<Step> APPLY =
      join(
          List.of(new PauseMonitoring(), new BringRelease()),
          START_NEW,
          List.of(new ApplyServices()),
          SWITCH_OVER,
          STOP_OLD,
          List.of(new KeepPrevious()));

  private static final List<Step> APPLY_SERVICES =
      List.of(new ApplyServices(), new AwaitHealthy(), new ReadBack());

  private static final List<Step> ROTATE =
      join(
          List.of(new PauseMonitoring(), new BringRelease(), new SwapSecret()),
          START_NEW,
          SWITCH_OVER,
          STOP_OLD,
          List.of(new KeepPrevious(), new ForgetSecret()));

  private Steps() {}

  @SafeVarargs
  private static List<Step> join(List<Step>... parts) {
    List<Step> all = new ArrayList<>();
    for (List<Step> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }

  static List<Step> of(Operation operation) {
    return switch (operation) {
      case FIRST -> FIRST;
      case DEPLOY -> DEPLOY;
      case ROLLBACK -> ROLLBACK;
      case UPGRADE_SERVICES -> UPGRADE_SERVICES;
      case APPLY -> APPLY;
      case APPLY_SERVICES -> APPLY_SERVICES;
      case ROTATE -> ROTATE;
    };
  }

  /**
   * The place of a step in the list of its operation, from 0.
   *
   * @throws IllegalArgumentException if the operation has no such step
   */
  static int at(Operation operation, String step) {
    List<String> names = of(operation).stream().map(Step::name).toList();
    int at = names.indexOf(step);
    if (at < 0) {
      throw new IllegalArgumentException(
          "it names the step \"%s\", which the operation \"%s\" does not have"
              .formatted(step, operation));
    }
    return at;
  }
}
