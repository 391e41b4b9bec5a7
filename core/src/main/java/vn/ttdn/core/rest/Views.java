package vn.ttdn.core.rest;

import static vn.ttdn.core.rest.Api.object;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.Host;
import vn.ttdn.core.audit.AuditChain;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Dossiers;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.Registers;
import vn.ttdn.core.rights.Action;

/** What the contract shows of the domain. Instants are ISO 8601 in UTC, days are plain dates. */
final class Views {
  private final Host host;
  private final Dossiers dossiers;

  Views(Host host, Dossiers dossiers) {
    this.host = host;
    this.dossiers = dossiers;
  }

  Map<String, Object> me(Locale locale) {
    Person person = host.currentPerson().get();
    return object(
        "userName", person.userName(),
        "fullName", person.fullName(),
        "position", person.position(),
        "roles",
            person.roles().stream()
                .sorted((a, b) -> a.groupName().compareTo(b.groupName()))
                .map(r -> role(r, locale))
                .toList(),
        "maxUploadBytes", host.maxUploadBytes());
  }

  Map<String, Object> organisation(Locale locale) {
    host.currentPerson().get();
    Organisation organisation = host.organisation().get();
    return object(
        "units",
        organisation.units().stream()
            .map(
                u ->
                    object(
                        "code", u.code(),
                        "name", u.name(locale),
                        "symbol", u.symbol(),
                        "agency", u.agency()))
            .toList());
  }

  Map<String, Object> picture() {
    host.currentPerson().get();
    var picture = host.picture().planApproval();
    return object(
        "width", picture.width(),
        "height", picture.height(),
        "shapes",
            picture.shapes().stream()
                .map(
                    s ->
                        object(
                            "id", s.id(),
                            "type", s.type(),
                            "name", s.name(),
                            "x", s.x(),
                            "y", s.y(),
                            "width", s.width(),
                            "height", s.height()))
                .toList(),
        "arrows",
            picture.arrows().stream()
                .map(
                    a ->
                        object(
                            "id", a.id(),
                            "from", a.from(),
                            "to", a.to(),
                            "name", a.name(),
                            "points",
                                a.points().stream()
                                    .map(p -> object("x", p.x(), "y", p.y()))
                                    .toList()))
                .toList());
  }

  Map<String, Object> task(Dossier dossier, Locale locale) {
    Step step = dossier.step().orElseThrow();
    return object(
        "id", dossier.taskId().orElseThrow(),
        "step", step(step, locale),
        "waitingSince", dossier.changedAt().toString(),
        "outcomes", outcomes(step, locale),
        "dossier", summary(dossier, locale));
  }

  Map<String, Object> summary(Dossier dossier, Locale locale) {
    return object(
        "id", dossier.id(),
        "subject", dossier.title(),
        "planYear", dossier.planYear(),
        "unit", unit(dossier.unit(), locale),
        "drafter", personName(dossier.drafter()),
        "state", object("code", dossier.state().name(), "label", dossier.state().label(locale)),
        "step", dossier.step().map(s -> step(s, locale)).orElse(null),
        "openedAt", dossier.openedAt().toString(),
        "changedAt", dossier.changedAt().toString());
  }

  Map<String, Object> dossier(Dossier dossier, Locale locale) {
    Map<String, Object> view = summary(dossier, locale);
    view.put("addressees", dossier.addressees().stream().map(Views::addressee).toList());
    view.put(
        "documents",
        host.documents().documents(dossier.id()).stream()
            .map(
                d -> {
                  Map<String, Object> document = document(d, locale);
                  document.put(
                      "versions",
                      host.documents().versions(dossier.id(), d.id()).stream()
                          .map(v -> document(v, locale))
                          .toList());
                  return document;
                })
            .toList());
    view.put(
        "decisions",
        host.ledger().decisions(dossier.id()).stream().map(d -> decision(d, locale)).toList());
    view.put(
        "records",
        host.ledger().records(dossier.id()).stream().map(r -> record(r, locale)).toList());
    List<Action> actions = dossiers.actions(dossier);
    view.put(
        "actions",
        actions.stream().map(a -> object("code", a.name(), "label", a.label(locale))).toList());
    boolean mine =
        actions.stream().anyMatch(a -> a.step().isPresent() && a.step().equals(dossier.step()));
    view.put("task", mine ? task(dossier, locale) : null);
    return view;
  }

  /** After a decision the decider may no longer read the dossier; he still gets its outcome. */
  Map<String, Object> afterDecision(Dossier dossier, Locale locale) {
    Map<String, Object> view = summary(dossier, locale);
    view.put(
        "records",
        host.ledger().records(dossier.id()).stream().map(r -> record(r, locale)).toList());
    return view;
  }

  Map<String, Object> document(StoredDocument d, Locale locale) {
    return object(
        "id", d.id(),
        "kind", object("code", d.kind().name(), "label", d.kind().label(locale)),
        "name", d.name(),
        "mimeType", d.mimeType(),
        "size", d.size(),
        "sha256", d.sha256(),
        "version", d.version(),
        "createdBy", personName(d.createdBy()),
        "createdAt", d.createdAt().toString());
  }

  Map<String, Object> decision(Decision d, Locale locale) {
    return object(
        "ordinal", d.ordinal(),
        "step", step(d.step(), locale),
        "outcome", outcome(d.outcome(), locale),
        "person", object("userName", d.person(), "fullName", d.personName()),
        "role", role(new RoleAt(d.role(), d.unit()), locale),
        "comment", d.comment(),
        "document",
            d.document()
                .map(
                    v ->
                        object(
                            "id", v.documentId(),
                            "version", v.version(),
                            "sha256", v.sha256()))
                .orElse(null),
        "at", d.at().toString());
  }

  Map<String, Object> record(IssuedRecord r, Locale locale) {
    Map<String, Object> view =
        object(
            "id", r.recordId(),
            "dossierId", r.dossierId(),
            "name", r.name(),
            "mimeType", r.mimeType(),
            "size", r.size(),
            "sha256", r.sha256(),
            "frozenAt", r.frozenAt().toString());
    host.ledger()
        .registerEntryOf(r.dossierId())
        .ifPresent(e -> view.put("register", registerEntry(e, locale)));
    return view;
  }

  Map<String, Object> registerEntry(RegisterEntry e, Locale locale) {
    return object(
        "register", e.key().register(),
        "year", e.key().year(),
        "number", e.number(),
        "symbol", e.symbol(),
        "kind", object("code", e.kind().name(), "label", e.kind().label(locale)),
        "subject", e.subject(),
        "issuedOn", e.issuedOn().toString(),
        "signer", object("fullName", e.signerName(), "position", e.signerPosition()),
        "addressees", e.addressees().stream().map(Views::addressee).toList(),
        "draftingUnit", unit(e.draftingUnit(), locale),
        "dossierId", e.dossierId(),
        "recordId", e.recordId(),
        "issuedBy", personName(e.issuedBy()));
  }

  Map<String, Object> registers(Registers registers) {
    String code = host.organisation().get().issuedLetters().code();
    return object("items", List.of(object("code", code, "years", registers.years(code))));
  }

  Map<String, Object> audit(Dossier dossier) {
    List<AuditEntry> entries = host.ledger().audit(dossier.id());
    Optional<Integer> broken =
        AuditChain.firstBreak(entries, dossier.auditLength(), dossier.auditHead());
    return object(
        "whole", broken.isEmpty(),
        "firstBreak", broken.orElse(null),
        "items",
            entries.stream()
                .map(
                    e ->
                        object(
                            "ordinal", e.ordinal(),
                            "at", e.at().toString(),
                            "actor", personName(e.actor()),
                            "action", e.action(),
                            "detail", e.detail(),
                            "hash", e.hash()))
                .toList());
  }

  private Map<String, Object> unit(String code, Locale locale) {
    Optional<Unit> unit = host.organisation().get().unit(code);
    return object("code", code, "name", unit.map(u -> u.name(locale)).orElse(code));
  }

  private Map<String, Object> personName(String userName) {
    return object(
        "userName",
        userName,
        "fullName",
        host.directory().person(userName).map(Person::fullName).orElse(userName));
  }

  private Map<String, Object> role(RoleAt role, Locale locale) {
    return object(
        "code", role.role().name(),
        "label", role.role().label(locale),
        "unit", unit(role.unit(), locale));
  }

  private static Map<String, Object> step(Step step, Locale locale) {
    return object("id", step.id(), "clause", step.clause(), "label", step.label(locale));
  }

  private static List<Map<String, Object>> outcomes(Step step, Locale locale) {
    return step.outcomes().stream().map(o -> outcome(o, locale)).toList();
  }

  private static Map<String, Object> outcome(Outcome outcome, Locale locale) {
    return object(
        "code", outcome.code(),
        "label", outcome.label(locale),
        "needsReason", outcome == Outcome.RETURNED);
  }

  private static Map<String, Object> addressee(Addressee a) {
    return object("unit", a.unit().orElse(null), "name", a.name());
  }
}
