package vn.ttdn.platform;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alfresco.repo.action.ParameterDefinitionImpl;
import org.alfresco.repo.action.executer.ActionExecuterAbstractBase;
import org.alfresco.service.cmr.action.Action;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.alfresco.service.cmr.dictionary.DataTypeDefinition;
import org.alfresco.service.namespace.QName;
import vn.ttdn.core.plan.IssueForm;

/**
 * An action of the document library and of folder rules. It acts in the name of whoever uses it, or
 * whose document a rule takes up; core decides. No parameter is mandatory for Alfresco, whose
 * refusal names no remedy: core's does.
 */
abstract class LibraryAction extends ActionExecuterAbstractBase {
  final ParameterDefinition parameter(String name, QName type) {
    return new ParameterDefinitionImpl(name, type, false, getParamDisplayLabel(name));
  }

  final ParameterDefinition parameter(String name) {
    return parameter(name, DataTypeDefinition.TEXT);
  }

  /** A parameter with a closed list of values, which a bean of that name knows. */
  final ParameterDefinition choice(String name, String constraint) {
    return new ParameterDefinitionImpl(
        name, DataTypeDefinition.TEXT, false, getParamDisplayLabel(name), false, constraint);
  }

  /** What was filled in; empty if nothing was. */
  static Optional<String> text(Action action, String name) {
    Serializable value = action.getParameterValue(name);
    return Optional.ofNullable(value).map(v -> v.toString().strip()).filter(v -> !v.isEmpty());
  }

  /**
   * A day that was filled in, as a form or a person writes it.
   *
   * @throws vn.ttdn.core.Refusal {@code day-invalid}
   */
  static Optional<LocalDate> day(Action action, String name) {
    return text(action, name).map(value -> IssueForm.day(value, name));
  }

  @Override
  protected abstract void addParameterDefinitions(List<ParameterDefinition> definitions);
}
