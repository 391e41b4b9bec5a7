package vn.ttdn.platform;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alfresco.service.cmr.action.Action;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.alfresco.service.cmr.dictionary.DataTypeDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/**
 * Action {@code ttdn-start-plan}: starts the plan process with the document as its letter. What is
 * left out of the form is taken from the document: its title or file name, and next year.
 */
public final class StartPlanAction extends LibraryAction {
  private static final String SUBJECT = "subject";
  private static final String PLAN_YEAR = "planYear";
  private static final String DRAFTING_UNIT = "draftingUnit";
  private static final String ADDRESSEES = "addressees";

  private final Platform platform;

  public StartPlanAction(Platform platform) {
    this.platform = platform;
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> definitions) {
    definitions.add(parameter(SUBJECT));
    definitions.add(parameter(PLAN_YEAR, DataTypeDefinition.INT));
    definitions.add(parameter(DRAFTING_UNIT));
    definitions.add(parameter(ADDRESSEES));
  }

  @Override
  protected void executeImpl(Action action, NodeRef document) {
    Map<QName, Serializable> form = new HashMap<>();
    String subject = text(action, SUBJECT).orElseGet(() -> platform.library().subject(document));
    String year =
        text(action, PLAN_YEAR)
            .orElseGet(() -> Integer.toString(platform.host().today().getYear() + 1));
    form.put(TtdnModel.workflow(SUBJECT), subject);
    form.put(TtdnModel.workflow(PLAN_YEAR), year);
    form.put(TtdnModel.workflow(DRAFTING_UNIT), text(action, DRAFTING_UNIT).orElse(""));
    form.put(TtdnModel.workflow(ADDRESSEES), text(action, ADDRESSEES).orElse(""));
    platform.workflow().startWith(document, form);
  }
}
