package vn.ttdn.standalone.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.ttdn.core.org.OrganisationFile.Account;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.port.Directory;

/** People as the organisation file lists them. */
public final class YamlDirectory implements Directory {
  private final Map<String, Account> accounts = new TreeMap<>();

  public YamlDirectory(List<Account> accounts) {
    accounts.forEach(a -> this.accounts.put(a.person().userName(), a));
  }

  @Override
  public Optional<Person> person(String userName) {
    return account(userName).map(Account::person);
  }

  @Override
  public List<Person> holders(RoleAt role) {
    return accounts.values().stream()
        .map(Account::person)
        .filter(p -> p.roles().contains(role))
        .toList();
  }

  Optional<Account> account(String userName) {
    return Optional.ofNullable(accounts.get(userName));
  }
}
