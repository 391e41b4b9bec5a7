package vn.ttdn.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database that counts the statements that are prepared. */
final class CountingDatabase {
  private final AtomicInteger statements = new AtomicInteger();
  private final DataSource dataSource;

  CountingDatabase(DataSource inner) {
    this.dataSource = proxy(DataSource.class, inner);
  }

  DataSource dataSource() {
    return dataSource;
  }

  void write(Runnable work) {
    new TransactionTemplate(new DataSourceTransactionManager(dataSource))
        .executeWithoutResult(status -> work.run());
  }

  /** How many statements the work takes. */
  int during(Runnable work) {
    int before = statements.get();
    work.run();
    return statements.get() - before;
  }

  private <T> T proxy(Class<T> type, Object inner) {
    return type.cast(
        Proxy.newProxyInstance(
            CountingDatabase.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              if (method.getName().startsWith("prepare")) {
                statements.incrementAndGet();
              }
              try {
                if (method.getName().equals("equals")) {
                  return proxy == args[0];
                }
                Object result = method.invoke(inner, args);
                return result instanceof Connection ? proxy(Connection.class, result) : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
