package vn.ttdn.core.rest;

import static vn.ttdn.core.rest.Labels.code;
import static vn.ttdn.core.rest.Routes.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ttdn.core.Host;
import vn.ttdn.core.register.Dispatch;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterConfig;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.Registers;

/** What the contract shows of registers and records. */
final class RegisterViews {
  private final Host host;
  private final Labels labels;

  RegisterViews(Host host) {
    this.host = host;
    this.labels = new Labels(host);
  }

  Map<String, Object> record(IssuedRecord r, Locale locale) {
    Map<String, Object> view =
        object(
            "id", r.recordId(),
            "dossierId", r.dossierId(),
            "kind", labels.kind(r.kind(), locale),
            "round", r.round(),
            "enclosureOf", r.enclosureOf().orElse(null),
            "name", r.name(),
            "mimeType", r.mimeType(),
            "size", r.size(),
            "sha256", r.sha256(),
            "frozenAt", r.frozenAt().toString());
    host.ledger()
        .registerEntryOf(r.recordId())
        .ifPresent(e -> view.put("register", entry(e, locale)));
    return view;
  }

  /** A record with what was sent of it to whom. */
  Map<String, Object> recordWithDispatches(IssuedRecord r, Locale locale) {
    Map<String, Object> view = record(r, locale);
    view.put(
        "dispatches",
        host.ledger().dispatches(r.enclosureOf().orElse(r.recordId())).stream()
            .map(d -> dispatch(d, locale))
            .toList());
    return view;
  }

  private Map<String, Object> dispatch(Dispatch d, Locale locale) {
    return object(
        "ordinal", d.ordinal(),
        "addressee", d.addressee(),
        "method", code(d.method().name(), d.method().label(locale)),
        "address", d.address(),
        "on", d.on().toString(),
        "by", labels.person(d.by()),
        "note", d.note(),
        "mailSentAt", d.mailSentAt().map(Object::toString).orElse(null));
  }

  Map<String, Object> entry(RegisterEntry e, Locale locale) {
    Map<String, Object> view =
        object(
            "register", e.key().register(),
            "year", e.key().year(),
            "number", e.number(),
            "symbol", e.symbol(),
            "kind", labels.kind(e.kind(), locale),
            "subject", e.subject(),
            "issuedOn", e.issuedOn().toString(),
            "signer", object("fullName", e.signerName(), "position", e.signerPosition()),
            "addressees", e.addressees().stream().map(Labels::addressee).toList(),
            "draftingUnit", labels.unit(e.draftingUnit(), locale),
            "dossierId", e.dossierId(),
            "recordId", e.recordId(),
            "issuedBy", labels.person(e.issuedBy()));
    view.put("mends", e.relation().map(r -> mends(r, locale)).orElse(null));
    view.put(
        "mendedBy",
        host.ledger().relatedTo(e.recordId()).stream()
            .map(
                by ->
                    object(
                        "purpose",
                            code(
                                by.relation().orElseThrow().purpose().name(),
                                by.relation().orElseThrow().purpose().label(locale)),
                        "symbol", by.symbol(),
                        "issuedOn", by.issuedOn().toString(),
                        "recordId", by.recordId()))
            .toList());
    return view;
  }

  private Map<String, Object> mends(RegisterEntry.Relation relation, Locale locale) {
    return object(
        "purpose", code(relation.purpose().name(), relation.purpose().label(locale)),
        "recordId", relation.recordId(),
        "symbol",
            host.ledger()
                .registerEntryOf(relation.recordId())
                .map(RegisterEntry::symbol)
                .orElse(null));
  }

  Map<String, Object> registers(Registers registers, Locale locale) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (RegisterConfig config : host.organisation().get().registers()) {
      items.add(
          object(
              "code", config.code(),
              "kinds", config.kinds().stream().sorted().map(k -> labels.kind(k, locale)).toList(),
              "keptElsewhere", config.keptElsewhere(),
              "years", registers.years(config.code())));
    }
    return object("items", items, "incomingYears", registers.incomingYears());
  }
}
