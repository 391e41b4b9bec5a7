package vn.ttdn.platform;

import java.io.Serializable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.action.ParameterDefinitionImpl;
import org.alfresco.repo.action.executer.ActionExecuterAbstractBase;
import org.alfresco.service.cmr.action.Action;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.alfresco.service.cmr.dictionary.DataTypeDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import vn.ttdn.core.text.Dates;

/**
 * Action {@code ttdn-start-plan} of the document library and of folder rules: starts the plan
 * process with the document as its letter, in the name of whoever uses it. What is left out of the
 * form is taken from the document: its title or file name, and next year.
 */
public final class StartPlanAction extends ActionExecuterAbstractBase {
  private static final String SUBJECT = "subject";
  private static final String PLAN_YEAR = "planYear";
  private static final String DRAFTING_UNIT = "draftingUnit";
  private static final String ADDRESSEES = "addressees";

  private final Platform platform;
  private final NodeService nodes;

  public StartPlanAction(Platform platform, NodeService nodes) {
    this.platform = platform;
    this.nodes = nodes;
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> definitions) {
    definitions.add(parameter(SUBJECT, DataTypeDefinition.TEXT));
    definitions.add(parameter(PLAN_YEAR, DataTypeDefinition.INT));
    definitions.add(parameter(DRAFTING_UNIT, DataTypeDefinition.TEXT));
    definitions.add(parameter(ADDRESSEES, DataTypeDefinition.TEXT));
  }

  private ParameterDefinition parameter(String name, QName type) {
    return new ParameterDefinitionImpl(name, type, false, getParamDisplayLabel(name));
  }

  @Override
  protected void executeImpl(Action action, NodeRef document) {
    Map<QName, Serializable> form = new HashMap<>();
    form.put(TtdnModel.workflow(SUBJECT), given(action, SUBJECT, subject(document)));
    form.put(TtdnModel.workflow(PLAN_YEAR), given(action, PLAN_YEAR, nextYear()));
    form.put(TtdnModel.workflow(DRAFTING_UNIT), given(action, DRAFTING_UNIT, ""));
    form.put(TtdnModel.workflow(ADDRESSEES), given(action, ADDRESSEES, ""));
    platform.workflow().startWith(document, form);
  }

  private static Serializable given(Action action, String name, Serializable otherwise) {
    Serializable value = action.getParameterValue(name);
    return value == null || value.toString().isBlank() ? otherwise : value;
  }

  private String subject(NodeRef document) {
    String title = (String) nodes.getProperty(document, ContentModel.PROP_TITLE);
    String name = (String) nodes.getProperty(document, ContentModel.PROP_NAME);
    return title == null || title.isBlank() ? name.replaceFirst("\\.[^.]*$", "") : title;
  }

  private int nextYear() {
    Clock clock = platform.host().clock();
    return Dates.dayOf(clock.instant()).getYear() + 1;
  }
}
