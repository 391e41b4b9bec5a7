package vn.ttdn.core.golive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.golive.ImportedDossier.EarlierLetter;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.plan.Handling;
import vn.ttdn.core.plan.NewDossier;
import vn.ttdn.core.plan.Urgency;
import vn.ttdn.core.text.Fold;
import vn.ttdn.core.text.Messages;

/** Checks the rows of the sheet "Hồ sơ". */
final class DossierRows {
  private static final int ROUNDS = 3;
  private static final int MAX_USER = 100;
  private static final int MAX_UNIT = 200;
  private static final int MAX_TEXT = 32_767;
  private static final int MAX_NOTE = 2_000;
  private static final Pattern LINES = Pattern.compile("[;\\r\\n]+");

  private final ImportContext context;
  private final EarlierLetters letters;
  private final Optional<String> anyUnit;
  private final Map<String, Optional<Person>> people = new HashMap<>();
  private final Map<DossierKey, String> seen = new HashMap<>();

  DossierRows(ImportContext context, EarlierLetters letters) {
    this.context = context;
    this.letters = letters;
    this.anyUnit =
        context.organisation().units().stream().filter(Unit::ofAgency).map(Unit::code).findFirst();
  }

  List<ImportedDossier> read(List<TableRow> rows) {
    List<ImportedDossier> dossiers = new ArrayList<>();
    for (TableRow row : rows) {
      read(row).ifPresent(dossiers::add);
    }
    return dossiers;
  }

  private Optional<ImportedDossier> read(TableRow row) {
    row.require(Column.SUBJECT, Column.PLAN_YEAR, Column.UNIT, Column.DRAFTER, Column.ROUND);
    Optional<String> subject =
        row.text(Column.SUBJECT, MAX_TEXT)
            .filter(s -> taken(row, Column.SUBJECT, s, year(), List.of()));
    Optional<Integer> planYear =
        row.whole(Column.PLAN_YEAR, 0, 9999)
            .map(Long::intValue)
            .filter(y -> taken(row, Column.PLAN_YEAR, "x", y, List.of()));
    Optional<Unit> unit = row.line(Column.UNIT, MAX_UNIT).flatMap(u -> unit(row, u));
    Optional<String> drafter =
        row.line(Column.DRAFTER, MAX_USER).flatMap(d -> drafter(row, d, unit));
    Optional<Integer> round = row.whole(Column.ROUND, 1, ROUNDS).map(Long::intValue);
    List<String> addressees = addressees(row, round);
    Optional<LocalDate> due = row.day(Column.DUE);
    Optional<Urgency> urgency = urgency(row);
    List<EarlierLetter> earlier = letters.read(row, round);
    due.ifPresent(d -> notBefore(row, d, earlier));
    String note = row.text(Column.NOTE, MAX_NOTE).orElse("");
    if (subject.isPresent() && planYear.isPresent() && unit.isPresent()) {
      unique(row, new DossierKey(subject.get(), planYear.get(), unit.get().code()));
    }
    if (!row.sound()) {
      return Optional.empty();
    }
    return refusedOr(
            row,
            Column.SUBJECT,
            () ->
                NewDossier.checked(
                    subject.orElseThrow(),
                    planYear.orElseThrow(),
                    unit.orElseThrow().code(),
                    addressees,
                    new Handling(urgency.orElse(Urgency.NORMAL), "", due, Optional.empty()),
                    context.organisation()))
        .map(
            contents ->
                new ImportedDossier(
                    row.number(),
                    contents,
                    drafter.orElseThrow(),
                    round.orElseThrow(),
                    earlier,
                    note));
  }

  private int year() {
    return context.today().getYear();
  }

  /**
   * Whether the rules for a new dossier take one of its values; the others are such as they take.
   */
  private boolean taken(
      TableRow row, Column column, String subject, int planYear, List<String> addressees) {
    return anyUnit.isEmpty()
        || refusedOr(
                row,
                column,
                () ->
                    NewDossier.checked(
                        subject,
                        planYear,
                        anyUnit.get(),
                        addressees,
                        Handling.USUAL,
                        context.organisation()))
            .isPresent();
  }

  private static <T> Optional<T> refusedOr(TableRow row, Column column, Supplier<T> rule) {
    try {
      return Optional.of(rule.get());
    } catch (Refusal refusal) {
      row.fail(column, refusal);
      return Optional.empty();
    }
  }

  /** By code, or else by name in either language. */
  private Optional<Unit> unit(TableRow row, String written) {
    String folded = Fold.fold(written);
    Organisation organisation = context.organisation();
    List<Unit> drafting = organisation.units().stream().filter(Unit::ofAgency).toList();
    List<Unit> found = drafting.stream().filter(u -> Fold.fold(u.code()).equals(folded)).toList();
    if (found.isEmpty()) {
      found =
          drafting.stream()
              .filter(
                  u -> Fold.fold(u.nameVi()).equals(folded) || Fold.fold(u.nameEn()).equals(folded))
              .toList();
    }
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    row.fail(
        Column.UNIT,
        found.isEmpty() ? "unit-unknown" : "unit-ambiguous",
        (found.isEmpty() ? drafting : found)
            .stream().map(Unit::code).collect(Collectors.joining(", ")));
    return Optional.empty();
  }

  /** The Specialist of the unit drafts (QT.TTĐN.03, 6.2.1, 6.2.5, 6.2.9). */
  private Optional<String> drafter(TableRow row, String user, Optional<Unit> unit) {
    Optional<Person> person = people.computeIfAbsent(user, context.people());
    if (person.isEmpty()) {
      row.fail(Column.DRAFTER, "person-unknown");
      return Optional.empty();
    }
    if (unit.isPresent() && !person.get().holds(Role.SPECIALIST, unit.get().code())) {
      Refusal.Label name = unit.get()::name;
      row.fail(Column.DRAFTER, "not-a-specialist", name);
      return Optional.empty();
    }
    return person.map(Person::userName);
  }

  /** Whoever the letter of a round passed went to is known; before that, they may follow. */
  private List<String> addressees(TableRow row, Optional<Integer> round) {
    if (round.isPresent() && round.get() > 1) {
      row.require(Column.ADDRESSEES);
    }
    List<String> lines =
        row.text(Column.ADDRESSEES, MAX_TEXT).stream()
            .flatMap(LINES::splitAsStream)
            .map(Fold::nfc)
            .filter(line -> !line.isEmpty())
            .toList();
    return taken(row, Column.ADDRESSEES, "x", year(), lines) ? lines : List.of();
  }

  private Optional<Urgency> urgency(TableRow row) {
    Optional<String> written = row.line(Column.URGENCY, MAX_UNIT);
    Optional<Urgency> urgency =
        written.flatMap(
            w ->
                Arrays.stream(Urgency.values())
                    .filter(
                        u ->
                            Fold.fold(u.label(Messages.VIETNAMESE)).equals(Fold.fold(w))
                                || Fold.fold(u.label(Messages.ENGLISH)).equals(Fold.fold(w)))
                    .findFirst());
    if (written.isPresent() && urgency.isEmpty()) {
      Refusal.Label known =
          locale ->
              Arrays.stream(Urgency.values())
                  .map(u -> u.label(locale))
                  .collect(Collectors.joining(", "));
      row.fail(Column.URGENCY, "urgency-unknown", known);
    }
    return urgency;
  }

  /** A round is not due before it began. One that is late already is taken: that is a fact. */
  private static void notBefore(TableRow row, LocalDate due, List<EarlierLetter> earlier) {
    if (!earlier.isEmpty()) {
      EarlierLetter last = earlier.get(earlier.size() - 1);
      if (due.isBefore(last.issuedOn())) {
        row.fail(Column.DUE, "due-before-letter", last.round(), last.symbol());
      }
    }
  }

  private void unique(TableRow row, DossierKey key) {
    String before = seen.putIfAbsent(key, row.reference(Column.SUBJECT));
    if (before != null) {
      row.fail(Column.SUBJECT, "dossier-twice", before);
    } else if (context.existing().test(key)) {
      row.fail(Column.SUBJECT, "dossier-exists");
    }
  }
}
