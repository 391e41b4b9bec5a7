package vn.ttdn.platform.consistency;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;

/** The arrows of the repository side. */
@AnalyzeClasses(packages = "vn.ttdn.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  /** Spring's scheduler is Quartz, its mail is Jakarta's; Alfresco's JSON is JSON.simple. */
  @ArchTest
  static final ArchRule KNOWS_CORE_LEDGER_WORKFLOWS_AND_ITS_HOST =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "vn.ttdn.platform..",
              "vn.ttdn.core..",
              "vn.ttdn.ledger..",
              "vn.ttdn.workflows..",
              "org.alfresco..",
              "org.activiti.engine..",
              "org.springframework..",
              "org.quartz..",
              "jakarta.mail..",
              "org.apache.commons.logging..",
              "org.json.simple..",
              "java..",
              "javax.sql..");

  /** The facts of the work are written by the ledger, nodes by Alfresco's services. */
  @ArchTest
  static final ArchRule NO_SQL_OF_ITS_OWN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.springframework.jdbc..");

  /**
   * Public services and what the repository offers extensions; not its tables, nor its web tier.
   */
  @ArchTest
  static final ArchRule NOT_BELOW_ALFRESCO =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.alfresco.repo.domain..",
              "org.alfresco.repo.web..",
              "org.activiti.engine.impl..");

  @ArchTest
  static final ArchRule TIME_IS_A_PARAMETER =
      noClasses()
          .should()
          .callMethodWhere(
              target(nameMatching("now"))
                  .and(target(owner(JavaClass.Predicates.resideInAPackage("java.time.."))))
                  .and(not(target(rawParameterTypes(Clock.class)))))
          .orShould()
          .callConstructor(Date.class)
          .orShould()
          .callMethod(Calendar.class, "getInstance")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
