package vn.ttdn.platform;

import java.util.Arrays;
import java.util.List;
import org.alfresco.service.cmr.action.Action;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.RoundDocuments;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;

/**
 * Action {@code ttdn-file-into-dossier}: hands the document in as a draft of one of my dossiers.
 * Without a dossier it is the one that I am drafting and that needs that kind, if there is but one.
 */
public final class FileIntoDossierAction extends LibraryAction {
  private static final String DOSSIER = "dossier";
  private static final String KIND = "kind";
  private static final int MAX_DOSSIERS = 200;

  private final Platform platform;

  public FileIntoDossierAction(Platform platform) {
    this.platform = platform;
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> definitions) {
    definitions.add(parameter(DOSSIER));
    definitions.add(choice(KIND, KindConstraint.NAME));
  }

  @Override
  protected void executeImpl(Action action, NodeRef document) {
    DocumentKind kind = kind(text(action, KIND).orElse(""));
    String dossier = text(action, DOSSIER).orElseGet(() -> onlyOne(kind));
    platform.dossiers().put(dossier, DocumentSlot.draft(kind), platform.library().file(document));
  }

  private static DocumentKind kind(String name) {
    return Arrays.stream(DocumentKind.values())
        .filter(k -> k.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.ofField(KIND, "kind-unknown", name));
  }

  private String onlyOne(DocumentKind kind) {
    Person person = platform.host().currentPerson().get();
    List<Dossier> drafting =
        platform.host().ledger().waitingFor(person, MAX_DOSSIERS).stream()
            .filter(d -> d.step().filter(Step::drafts).isPresent())
            .filter(d -> RoundDocuments.needed(d).contains(kind))
            .toList();
    if (drafting.size() != 1) {
      Refusal.Label label = kind::label;
      throw Refusal.ofField(DOSSIER, "dossier-not-named", label, drafting.size());
    }
    return drafting.get(0).id();
  }
}
