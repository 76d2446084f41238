package family.garden.ops;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import family.garden.ops.process.Processes;

/**
 * The boundaries between the rooms: cli → steps → command builders → process; result, json and
 * progress below all.
 */
@AnalyzeClasses(
    packages = "family.garden.ops",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule only_one_room_starts_processes =
      noClasses()
          .that()
          .resideOutsideOfPackage("..ops.process..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.ProcessBuilder")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.Runtime");

  @ArchTest
  static final ArchRule builders_of_commands_run_nothing =
      noClasses()
          .that()
          .resideInAnyPackage("..ops.engine..", "..ops.database..", "..ops.proxy..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Processes.class)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nobody_looks_up_to_the_command_line =
      classes()
          .that()
          .resideInAPackage("..ops.cli..")
          .should()
          .onlyBeAccessed()
          .byAnyPackage("..ops.cli..", "family.garden.ops");

  @ArchTest
  static final ArchRule rooms_form_no_circles =
      slices().matching("family.garden.ops.(*)..").should().beFreeOfCycles();
}
