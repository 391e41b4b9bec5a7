package vn.ttdn.platform;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.repo.jscript.app.JSONConversionComponent;
import org.alfresco.repo.jscript.app.PropertyDecorator;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.json.simple.JSONAware;
import org.json.simple.JSONObject;
import org.springframework.extensions.surf.util.I18NUtil;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.text.Dates;

/**
 * What Share's document library is told beside a property's value: labels, and where a node's
 * dossier stands today. Share's own evaluators can then tell what is late, which no comparison of
 * theirs can tell from a date.
 */
public final class LibraryDecorator implements PropertyDecorator {
  private final Platform platform;
  private final NodeService nodes;

  public LibraryDecorator(Platform platform, NodeService nodes, JSONConversionComponent json) {
    this.platform = platform;
    this.nodes = nodes;
    json.registerPropertyDecorator(this);
  }

  @Override
  public Set<QName> getPropertyNames() {
    return Set.of(TtdnModel.DOSSIER_ID, TtdnModel.STATE, TtdnModel.KIND);
  }

  @Override
  public JSONAware decorate(QName property, NodeRef node, Serializable value) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("value", value.toString());
    if (!property.equals(TtdnModel.DOSSIER_ID)) {
      // Under this name Share shows a label in place of a value.
      told.put("displayName", label(property, value.toString()));
    } else if (!nodes.getType(node).equals(TtdnModel.RECORD)) {
      dossier(value.toString()).ifPresent(dossier -> stands(dossier, told));
    }
    return new JSONObject(told);
  }

  private Optional<Dossier> dossier(String id) {
    return platform.host().unitOfWork().join(() -> platform.host().ledger().dossier(id));
  }

  private void stands(Dossier dossier, Map<String, Object> told) {
    told.put("round", Integer.toString(dossier.round()));
    told.put("ended", Boolean.toString(dossier.state().ended()));
    told.put("late", Boolean.toString(dossier.lateOn(platform.host().today())));
    dossier.stepDueOn().ifPresent(day -> told.put("stepDue", day.format(Dates.DAY)));
  }

  /** What is written by hand may be none of ours: then it is its own label. */
  private static String label(QName property, String value) {
    try {
      return property.equals(TtdnModel.STATE)
          ? DossierState.valueOf(value).label(I18NUtil.getLocale())
          : DocumentKind.valueOf(value).label(I18NUtil.getLocale());
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
