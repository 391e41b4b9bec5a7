package vn.ttdn.platform;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.namespace.QName;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;

/** Which place of its dossier a draft's properties say that it fills. */
final class DraftSlot {
  private DraftSlot() {}

  /**
   * The place; a draft from before there were places is the draft of its kind.
   *
   * @return empty if they name no kind, or one that there is not: the node is none of core's
   */
  static Optional<DocumentSlot> of(Map<QName, Serializable> properties) {
    Serializable kind = properties.get(TtdnModel.KIND);
    Serializable place = properties.get(TtdnModel.PLACE);
    return Arrays.stream(DocumentKind.values())
        .filter(k -> k.name().equals(kind))
        .map(k -> new DocumentSlot(k, place == null ? "" : place.toString()))
        .findFirst();
  }
}
