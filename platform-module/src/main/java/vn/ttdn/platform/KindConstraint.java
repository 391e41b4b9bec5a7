package vn.ttdn.platform;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.alfresco.repo.action.constraint.BaseParameterConstraint;
import org.springframework.extensions.surf.util.I18NUtil;
import vn.ttdn.core.schema.DocumentKind;

/** The kinds of document to choose from where a rule or an action asks for one. */
public final class KindConstraint extends BaseParameterConstraint {
  /** The bean's name, by which parameters refer to it. */
  static final String NAME = "ttdn-kinds";

  @Override
  protected Map<String, String> getAllowableValuesImpl() {
    Locale locale = I18NUtil.getLocale();
    Map<String, String> kinds = new LinkedHashMap<>();
    for (DocumentKind kind : DocumentKind.values()) {
      kinds.put(kind.name(), kind.label(locale));
    }
    return kinds;
  }
}
