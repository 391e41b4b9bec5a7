package vn.ttdn.core.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.ttdn.core.Host;
import vn.ttdn.core.mail.Notices;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.text.Dates;

/**
 * The job that announces handovers 30 days before their last day (NĐ 30/2020/NĐ-CP, Phụ lục VI):
 * one mail to the clerks for each plan, once.
 */
public final class HandoverJob {
  private static final int MAX_A_RUN = 200;

  private final Host host;

  public HandoverJob(Host host) {
    this.host = host;
  }

  /** Announces what is due; says how many plans were. */
  public int run() {
    return host.unitOfWork().write(this::announce);
  }

  private int announce() {
    LocalDate today = host.today();
    RetentionRule rule = host.organisation().get().retention();
    int announced = 0;
    int lastYear = today.plusDays(KeepWindow.ANNOUNCED_DAYS).getYear() - rule.mustByYears();
    Instant horizon = LocalDate.of(lastYear + 1, 1, 1).atStartOfDay(Dates.ZONE).toInstant();
    List<Dossier> plans = host.ledger().unannouncedPlans(horizon, MAX_A_RUN);
    for (Dossier plan : plans) {
      KeepWindow window =
          KeepWindow.of(plan, rule, host.ledger().standingHold(plan.id())).orElseThrow();
      KeepWindow.State state = window.on(today);
      if (state == KeepWindow.State.DUE || state == KeepWindow.State.OVERDUE) {
        new Notices(host).handoverDue(plan, window, host.now());
        host.ledger().announced(plan.id(), host.now());
        announced++;
      }
    }
    return announced;
  }
}
