package vn.ttdn.core.fakes;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.register.Dispatch;
import vn.ttdn.core.register.IncomingEntry;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.text.Fold;

/** The part of {@link FakeLedger} that keeps numbers, registers and records. */
abstract class FakeRegisterBook extends FakeKeepingBook implements Ledger {
  FakeRegisterBook(BooleanSupplier inTransaction, Supplier<Organisation> organisation) {
    super(inTransaction, organisation);
  }

  @Override
  public long nextNumber(RegisterKey key, long first) {
    lockSeries(key);
    return rows().series.merge(key, first, (last, unused) -> last + 1);
  }

  @Override
  public void lockSeries(RegisterKey key) {
    lockRow(key.toString());
  }

  @Override
  public Optional<Long> lastNumber(RegisterKey key) {
    return Optional.ofNullable(rows().series.get(key));
  }

  @Override
  public void setLastNumber(RegisterKey key, long last) {
    if (lastNumber(key).filter(given -> given > last).isPresent()) {
      throw new IllegalArgumentException("the series has given a higher number already");
    }
    rows().series.put(key, last);
  }

  @Override
  public void insert(RegisterEntry entry) {
    requireLocked(entry.key().toString(), "series");
    requireUnique(registerEntry(entry.key(), entry.number()).isPresent(), "number");
    requireUnique(registerEntryOf(entry.recordId()).isPresent(), "entry of a record");
    rows().register.add(entry);
  }

  @Override
  public Optional<RegisterEntry> registerEntry(RegisterKey key, long number) {
    return entries().filter(e -> e.key().equals(key) && e.number() == number).findFirst();
  }

  @Override
  public Page<RegisterEntry> register(RegisterKey key, String text, int offset, int limit) {
    List<RegisterEntry> found =
        entries()
            .filter(e -> e.key().equals(key))
            .filter(
                e ->
                    containsAll(
                        Fold.fold(e.symbol() + " " + e.subject() + " " + e.signerName()), text))
            .sorted(Comparator.comparingLong(RegisterEntry::number))
            .toList();
    return page(found, offset, limit);
  }

  @Override
  public List<Integer> registerYears(String body, String register) {
    return years(
        entries()
            .map(RegisterEntry::key)
            .filter(k -> k.body().equals(body) && k.register().equals(register)));
  }

  private static List<Integer> years(Stream<RegisterKey> keys) {
    return keys.map(RegisterKey::year).distinct().sorted(Comparator.reverseOrder()).toList();
  }

  @Override
  public Optional<RegisterEntry> registerEntryOf(String recordId) {
    return entries().filter(e -> e.recordId().equals(recordId)).findFirst();
  }

  @Override
  public List<RegisterEntry> registerEntries(String dossierId) {
    return entries().filter(e -> e.dossierId().equals(dossierId)).toList();
  }

  @Override
  public List<RegisterEntry> relatedTo(String recordId) {
    return entries()
        .filter(e -> e.relation().filter(r -> r.recordId().equals(recordId)).isPresent())
        .toList();
  }

  @Override
  public void insert(Dispatch dispatch) {
    requireUnique(
        dispatches(dispatch.recordId()).stream().anyMatch(d -> d.ordinal() == dispatch.ordinal()),
        "ordinal of a dispatch");
    rows().dispatches.add(dispatch);
  }

  @Override
  public List<Dispatch> dispatches(String recordId) {
    return rows().dispatches.stream()
        .filter(d -> d.recordId().equals(recordId))
        .sorted(Comparator.comparingInt(Dispatch::ordinal))
        .map(this::withSending)
        .toList();
  }

  private Dispatch withSending(Dispatch d) {
    Optional<Instant> sentAt = d.mailId().flatMap(id -> rows().outbox.get(id).sentAt());
    return new Dispatch(
        d.recordId(),
        d.ordinal(),
        d.addressee(),
        d.method(),
        d.address(),
        d.mailId(),
        d.on(),
        d.by(),
        d.note(),
        sentAt);
  }

  @Override
  public void insert(IncomingEntry entry) {
    requireUnique(
        rows().incoming.stream()
            .anyMatch(e -> e.key().equals(entry.key()) && e.number() == entry.number()),
        "arrival number");
    rows().incoming.add(entry);
  }

  @Override
  public Page<IncomingEntry> incoming(RegisterKey key, String text, int offset, int limit) {
    List<IncomingEntry> found =
        rows().incoming.stream()
            .filter(e -> e.key().equals(key))
            .filter(
                e ->
                    containsAll(Fold.fold(e.symbol() + " " + e.subject() + " " + e.sender()), text))
            .sorted(Comparator.comparingLong(IncomingEntry::number))
            .toList();
    return page(found, offset, limit);
  }

  @Override
  public List<Integer> incomingYears(String body) {
    return years(
        rows().incoming.stream().map(IncomingEntry::key).filter(k -> k.body().equals(body)));
  }

  @Override
  public List<IncomingEntry> incomingOf(String answerId) {
    return rows().incoming.stream().filter(e -> e.answerId().equals(answerId)).toList();
  }

  @Override
  public void insert(IssuedRecord record) {
    requireUnique(record(record.recordId()).isPresent(), "record");
    rows().records.add(record);
  }

  @Override
  public Optional<IssuedRecord> record(String recordId) {
    return rows().records.stream().filter(r -> r.recordId().equals(recordId)).findFirst();
  }

  @Override
  public List<IssuedRecord> records(String dossierId) {
    return rows().records.stream().filter(r -> r.dossierId().equals(dossierId)).toList();
  }

  private Stream<RegisterEntry> entries() {
    return rows().register.stream();
  }
}
