package vn.ttdn.platform;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What Quartz calls; the work is in its data under {@code work}. */
@DisallowConcurrentExecution
public final class JobTrigger implements Job {
  @Override
  public void execute(JobExecutionContext context) {
    ((ScheduledWork) context.getJobDetail().getJobDataMap().get("work")).run();
  }
}
