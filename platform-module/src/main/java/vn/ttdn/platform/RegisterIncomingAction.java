package vn.ttdn.platform;

import java.util.List;
import java.util.Optional;
import org.alfresco.service.cmr.action.Action;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.Answers.Arrival;
import vn.ttdn.core.plan.IssueForm;

/**
 * Action {@code ttdn-register-incoming}: registers the document as the answer that a body without
 * account owes to one of our letters. The arrival day is today unless it is filled in; the document
 * in the library stays where it is.
 */
public final class RegisterIncomingAction extends LibraryAction {
  private static final String LETTER = "letter";
  private static final String SENDER = "sender";
  private static final String ARRIVED_ON = "arrivedOn";
  private static final String SYMBOL = "symbol";
  private static final String ISSUED_ON = "issuedOn";
  private static final String SUBJECT = "subject";

  private final Platform platform;

  public RegisterIncomingAction(Platform platform) {
    this.platform = platform;
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> definitions) {
    definitions.add(parameter(LETTER));
    definitions.add(parameter(SENDER));
    definitions.add(parameter(ARRIVED_ON));
    definitions.add(parameter(SYMBOL));
    definitions.add(parameter(ISSUED_ON));
    definitions.add(parameter(SUBJECT));
  }

  @Override
  protected void executeImpl(Action action, NodeRef document) {
    Answer answer =
        platform.answers().find(text(action, LETTER).orElse(""), text(action, SENDER).orElse(""));
    Arrival arrival =
        new Arrival(
            day(action, ARRIVED_ON).orElseGet(platform.host()::today),
            text(action, SYMBOL).orElse(""),
            IssueForm.day(text(action, ISSUED_ON).orElse(""), ISSUED_ON),
            text(action, SUBJECT).orElseGet(() -> platform.library().subject(document)));
    platform
        .answers()
        .register(answer.id(), Optional.empty(), arrival, platform.library().file(document));
  }
}
