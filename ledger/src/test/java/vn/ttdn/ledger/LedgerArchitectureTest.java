package vn.ttdn.ledger;

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

/** The arrows of the ledger: core, JDBC with Spring's light hand, Flyway; no host, no engine. */
@AnalyzeClasses(packages = "vn.ttdn.ledger", importOptions = ImportOption.DoNotIncludeTests.class)
class LedgerArchitectureTest {
  @ArchTest
  static final ArchRule LEDGER_KNOWS_CORE_AND_JDBC_ONLY =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "vn.ttdn.ledger",
              "vn.ttdn.core..",
              "java..",
              "javax.sql",
              "org.springframework.jdbc..",
              "org.springframework.transaction..",
              "org.springframework.dao..",
              "org.flywaydb.core..");

  @ArchTest
  static final ArchRule ONLY_THE_MIGRATIONS_KNOW_FLYWAY =
      noClasses()
          .that()
          .doNotHaveSimpleName("LedgerMigrations")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.flywaydb..");

  @ArchTest
  static final ArchRule A_HOST_SEES_THE_LEDGER_AND_ITS_MIGRATIONS_ONLY =
      classes()
          .that()
          .arePublic()
          .should()
          .haveSimpleName("SqlLedger")
          .orShould()
          .haveSimpleName("LedgerMigrations");

  @ArchTest
  static final ArchRule TIME_IS_A_PARAMETER =
      noClasses()
          .should()
          .callMethodWhere(
              target(nameMatching("now"))
                  .and(target(owner(JavaClass.Predicates.resideInAPackage("java.time..")))))
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
