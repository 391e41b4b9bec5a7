package vn.ttdn.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall.Predicates;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import vn.ttdn.core.port.Ledger;

/** The arrows of the standalone host: core, ledger, workflows, Spring; nothing of Alfresco. */
@AnalyzeClasses(
    packages = "vn.ttdn.standalone",
    importOptions = ImportOption.DoNotIncludeTests.class)
class StandaloneArchitectureTest {
  @ArchTest
  static final ArchRule KNOWS_ITS_ROOMS_AND_ITS_FRAMEWORK =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "vn.ttdn.standalone..",
              "vn.ttdn.core..",
              "vn.ttdn.ledger",
              "vn.ttdn.workflows",
              "org.springframework..",
              "org.activiti..",
              "org.flywaydb.core..",
              "org.apache.commons.compress..",
              "org.postgresql",
              "org.slf4j",
              "com.fasterxml.jackson.core..",
              "com.fasterxml.jackson.databind..",
              "org.apache.pdfbox..",
              "org.apache.fontbox..",
              "jakarta.servlet..",
              "jakarta.mail..",
              "jakarta.activation..",
              "java..",
              "javax.sql..");

  /** What hangs together is hung together in one place. */
  @ArchTest
  static final ArchRule ONLY_THE_CONFIGURATION_KNOWS_LEDGER_WORKFLOWS_AND_ENGINE =
      noClasses()
          .that()
          .doNotHaveSimpleName("StandaloneConfiguration")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("vn.ttdn.ledger..", "vn.ttdn.workflows..", "org.activiti..");

  /** Core decides: a way in hands everything to it and reads no facts past it. */
  @ArchTest
  static final ArchRule NO_WAY_IN_READS_FACTS_OR_ROWS =
      noClasses()
          .that()
          .resideInAnyPackage("vn.ttdn.standalone.rest", "vn.ttdn.standalone.security")
          .should()
          .dependOnClassesThat(
              assignableTo(Ledger.class)
                  .or(resideInAPackage("org.springframework.jdbc.."))
                  .or(resideInAPackage("vn.ttdn.core.plan..")));

  /** The demo is a visitor: over HTTP, as a browser would. */
  @ArchTest
  static final ArchRule THE_DEMO_KNOWS_THE_CONTRACT_ONLY =
      classes()
          .that()
          .resideInAPackage("vn.ttdn.standalone.demo")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "vn.ttdn.standalone.demo",
              "vn.ttdn.core.rest",
              "vn.ttdn.core.audit",
              "vn.ttdn.core.text",
              "com.fasterxml.jackson.databind..",
              "java..");

  @ArchTest
  static final ArchRule NO_CIRCLES =
      slices().matching("vn.ttdn.standalone.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule TIME_IS_A_PARAMETER =
      noClasses()
          .that()
          .doNotHaveSimpleName("StandaloneConfiguration")
          .and()
          // Where a command begins that needs no host.
          .doNotHaveSimpleName("StandaloneApplication")
          .should()
          .callMethodWhere(
              Predicates.target(HasName.Predicates.nameMatching("now"))
                  .and(
                      Predicates.target(
                          HasOwner.Predicates.With.owner(resideInAPackage("java.time..")))))
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
