package vn.ttdn.core.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ttdn.core.plan.LetterPurpose;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.text.Messages;

/**
 * The column "ghi chú" of a register of issued documents: what an entry does to an earlier document
 * and what later ones do to it (NĐ 30/2020/NĐ-CP, Điều 18).
 */
public final class RegisterNotes {
  private final Ledger ledger;
  private final Messages messages;

  public RegisterNotes(Ledger ledger, Locale locale) {
    this.ledger = ledger;
    this.messages = Messages.in(locale);
  }

  /** The notes of the entries that have any, by the id of their record. */
  public Map<String, String> of(List<RegisterEntry> entries) {
    Map<String, String> notes = new HashMap<>();
    for (RegisterEntry entry : entries) {
      String note = of(entry);
      if (!note.isEmpty()) {
        notes.put(entry.recordId(), note);
      }
    }
    return notes;
  }

  private String of(RegisterEntry entry) {
    List<String> notes = new ArrayList<>();
    entry.relation().ifPresent(r -> notes.add(text("mends", r.purpose(), symbol(r.recordId()))));
    for (RegisterEntry by : ledger.relatedTo(entry.recordId())) {
      notes.add(text("mended", by.relation().orElseThrow().purpose(), by.symbol()));
    }
    return String.join("; ", notes);
  }

  private String symbol(String recordId) {
    return ledger.registerEntryOf(recordId).map(RegisterEntry::symbol).orElse("");
  }

  private String text(String what, LetterPurpose purpose, String symbol) {
    return messages.text("register." + what + "." + purpose.name(), symbol).strip();
  }
}
