package vn.ttdn.core.arch;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/** The arrows of core: it knows nobody, and time comes from a clock. */
@AnalyzeClasses(packages = "vn.ttdn.core", importOptions = ImportOption.DoNotIncludeTests.class)
class CoreArchitectureTest {
  @ArchTest
  static final ArchRule CORE_KNOWS_ONLY_SMALL_LIBRARIES =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "vn.ttdn.core..",
              "java..",
              "javax.xml.stream..",
              "com.fasterxml.jackson..",
              "org.yaml.snakeyaml..",
              "org.dhatim.fastexcel..",
              "org.apache.commons.csv..",
              "javax.xml.stream..",
              "com.github.difflib..");

  @ArchTest
  static final ArchRule NO_DATABASE_IN_CORE =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule TIME_IS_A_PARAMETER =
      noClasses()
          .should()
          .callMethodWhere(
              target(nameMatching("now"))
                  .and(target(owner(JavaClass.Predicates.resideInAPackage("java.time.."))))
                  .and(
                      target(
                          com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates
                              .rawParameterTypes(new Class<?>[0]))))
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule PORTS_ARE_INTERFACES_OR_RECORDS =
      classes()
          .that()
          .resideInAPackage("vn.ttdn.core.port")
          .and()
          .areTopLevelClasses()
          .should(
              com.tngtech.archunit.lang.conditions.ArchConditions.be(
                  com.tngtech.archunit.base.DescribedPredicate.describe(
                      "interfaces or records", c -> c.isInterface() || c.isRecord())));
}
