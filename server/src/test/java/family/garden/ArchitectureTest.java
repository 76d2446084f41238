package family.garden;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import family.garden.platform.database.CopiedRow;
import family.garden.platform.http.Access;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.NullMarked;

/** The boundaries between the packages. */
@AnalyzeClasses(packages = "family.garden", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule features_depend_only_on_lower_features =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("main")
          .definedBy("family.garden")
          .layer("mail")
          .definedBy("family.garden.mail..")
          .layer("calendar")
          .definedBy("family.garden.calendar..")
          .layer("waiting")
          .definedBy("family.garden.waiting..")
          .layer("timeline")
          .definedBy("family.garden.timeline..")
          .layer("booking")
          .definedBy("family.garden.booking..")
          .layer("occupancy")
          .definedBy("family.garden.occupancy..")
          .layer("accommodation")
          .definedBy("family.garden.accommodation..")
          .layer("passkey")
          .definedBy("family.garden.passkey..")
          .layer("oidc")
          .definedBy("family.garden.oidc..")
          .layer("member")
          .definedBy("family.garden.member..")
          .layer("access")
          .definedBy("family.garden.access..")
          .layer("platform")
          .definedBy("family.garden.platform..")
          .whereLayer("main")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("mail")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("waiting")
          .mayOnlyBeAccessedByLayers("mail")
          .whereLayer("calendar")
          .mayOnlyBeAccessedByLayers("main", "mail")
          .whereLayer("timeline")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("booking")
          .mayOnlyBeAccessedByLayers("main", "mail", "calendar", "waiting", "timeline")
          .whereLayer("occupancy")
          .mayOnlyBeAccessedByLayers("mail", "calendar", "waiting", "timeline", "booking")
          .whereLayer("accommodation")
          .mayOnlyBeAccessedByLayers(
              "main", "mail", "calendar", "waiting", "timeline", "booking", "occupancy")
          .whereLayer("passkey")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("oidc")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("member")
          .mayOnlyBeAccessedByLayers(
              "main",
              "mail",
              "calendar",
              "waiting",
              "timeline",
              "booking",
              "occupancy",
              "accommodation",
              "passkey",
              "oidc")
          .whereLayer("access")
          .mayOnlyBeAccessedByLayers(
              "main",
              "mail",
              "calendar",
              "waiting",
              "timeline",
              "booking",
              "occupancy",
              "accommodation",
              "passkey",
              "oidc",
              "member");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("family.garden.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule accommodations_know_nothing_of_people =
      noClasses()
          .that()
          .resideInAPackage("family.garden.accommodation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("family.garden.member..", "family.garden.access..");

  @ArchTest
  static final ArchRule every_call_says_who_may_make_it =
      methods().that(areCalls()).should().beDeclaredInClassesThat().areAnnotatedWith(Access.class);

  /**
   * The other threads are few, and wait only for the database, which answers or fails in seconds.
   */
  @ArchTest
  static final ArchRule no_call_keeps_a_thread_waiting_for_a_hash_or_another_server =
      noClasses()
          .that()
          .areAnnotatedWith(Path.class)
          .and()
          .areNotAnnotatedWith(RunOnVirtualThread.class)
          .should()
          .transitivelyDependOnClassesThat()
          .haveNameMatching(
              "family\\.garden\\.(access\\.Passwords|oidc\\.ProviderCall|mail\\.Smtp|calendar\\.Download)");

  /**
   * Only stores contain SQL, except {@code platform.database}, which reads the version of the
   * schema.
   */
  @ArchTest
  static final ArchRule sql_stays_in_stores =
      noClasses()
          .that(areNoStores())
          .and()
          .resideOutsideOfPackage("family.garden.platform.database")
          .should()
          .callMethodWhere(target(makesStatements()));

  @ArchTest
  static final ArchRule every_package_is_null_marked = classes().should(new MarkedPackage());

  private static DescribedPredicate<JavaClass> areNoStores() {
    return DescribedPredicate.describe(
        "are not stores",
        type -> {
          JavaClass outermost = type;
          while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
          }
          return !outermost.getSimpleName().endsWith("Store");
        });
  }

  /** All methods of a Jdbi handle that take or prepare SQL, and the one for COPY. */
  private static DescribedPredicate<CodeUnitCallTarget> makesStatements() {
    return DescribedPredicate.describe(
        "runs SQL",
        method -> {
          String name = method.getName();
          return method.getOwner().isEquivalentTo(Handle.class)
              ? name.matches("execute|select|create.+|prepare.+|getConnection")
              : method.getOwner().isEquivalentTo(CopiedRow.class) && name.equals("each");
        });
  }

  private static DescribedPredicate<JavaMethod> areCalls() {
    return DescribedPredicate.describe(
        "answer HTTP calls",
        method ->
            method.getAnnotations().stream()
                .anyMatch(found -> found.getRawType().isAnnotatedWith(HttpMethod.class)));
  }

  private static final class MarkedPackage extends ArchCondition<JavaClass> {
    MarkedPackage() {
      super("be in a package that is @NullMarked");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
      if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
        events.add(
            SimpleConditionEvent.violated(
                item, item.getName() + " is in a package without @NullMarked"));
      }
    }
  }
}
