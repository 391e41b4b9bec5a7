package vn.ttdn.workflows;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.activiti.engine.impl.cmd.SetProcessDefinitionVersionCmd;

/** The arrows of this room: it knows core and the engine's interface, and no host. */
@AnalyzeClasses(
    packages = "vn.ttdn.workflows",
    importOptions = ImportOption.DoNotIncludeTests.class)
class WorkflowsArchitectureTest {
  @ArchTest
  static final ArchRule KNOWS_CORE_AND_THE_ENGINE =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "vn.ttdn.workflows..",
              "vn.ttdn.core..",
              "org.activiti.engine..",
              "java..",
              "javax.xml..",
              "org.w3c.dom..",
              "org.xml.sax..");

  /** But for the one command that takes a process on the way over to a newer file. */
  @ArchTest
  static final ArchRule NOTHING_OF_THE_ENGINES_INSIDE =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.activiti.engine.impl..")
                  .and(not(type(SetProcessDefinitionVersionCmd.class))));

  /** What is decided, core decides: here nobody reaches for the facts. */
  @ArchTest
  static final ArchRule ASKS_CORE_NOT_THE_LEDGER =
      noClasses().should().dependOnClassesThat().haveFullyQualifiedName("vn.ttdn.core.port.Ledger");
}
