package vn.ttdn.core.org;

import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.register.RegisterConfig;
import vn.ttdn.core.retention.RetentionRule;
import vn.ttdn.core.schema.DocumentKind;

/**
 * The organisation as a YAML file: units, register, and (for a host without a directory of its own)
 * people. Whatever is wrong is refused with file, line and remedy; nothing of a wrong file is used.
 */
public final class OrganisationFile {
  private static final Set<DocumentKind> AGENCY_KINDS =
      EnumSet.of(
          DocumentKind.OFFICIAL_LETTER,
          DocumentKind.COMMENT_LETTER,
          DocumentKind.REMINDER_LETTER,
          DocumentKind.SUBMISSION_SLIP);
  // The Plan is issued under the Decision's number; an answer is numbered by who sent it.
  private static final Set<DocumentKind> NUMBERED_KINDS =
      EnumSet.complementOf(EnumSet.of(DocumentKind.PLAN, DocumentKind.UNIT_ANSWER));
  private static final Unit MINISTRY =
      new Unit(
          "BO",
          "Bộ chủ quản",
          "Parent ministry",
          "BO",
          Optional.empty(),
          Optional.of("BỘ TRƯỞNG"),
          Unit.Level.MINISTRY);

  private final String file;

  private OrganisationFile(String file) {
    this.file = file;
  }

  /**
   * What a file says.
   *
   * @param organisation units and register
   * @param people empty if the file has no {@code people}
   */
  public record Contents(Organisation organisation, List<Account> people) {
    public Contents {
      people = List.copyOf(people);
    }
  }

  /**
   * A person who may sign in on a host without a directory of its own.
   *
   * @param person the person with roles
   * @param passwordHash in the host's notation, e.g. {@code {bcrypt}$2a$…}
   */
  public record Account(Person person, String passwordHash) {}

  /**
   * Reads a file.
   *
   * @param file its name, for messages
   * @throws Refusal {@code organisation-…}, naming file, line and remedy
   */
  public static Contents read(Reader reader, String file) {
    return new OrganisationFile(file).read(reader);
  }

  private Contents read(Reader reader) {
    Node root;
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      root = new Yaml(new SafeConstructor(options)).compose(reader);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw refusal("organisation-syntax", line, e.getProblem());
    } catch (YAMLException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw Refusal.of(Kind.INVALID, "organisation-not-utf8", file);
      }
      throw refusal("organisation-syntax", 1, e.getMessage());
    }
    if (root == null) {
      throw refusal("organisation-missing-key", 1, "units");
    }
    Map<String, Node> top =
        mapping(
            root,
            Set.of(
                "units",
                "register",
                "registers",
                "deadlines",
                "signedFile",
                "retention",
                "people"));
    List<Unit> units = units(required(root, top, "units"));
    Organisation organisation =
        new Organisation(
            units,
            registers(root, top, units),
            top.containsKey("deadlines") ? deadlines(top.get("deadlines")) : Deadlines.USUAL,
            signedFileRequired(top.get("signedFile")),
            top.containsKey("retention") ? retention(top.get("retention")) : RetentionRule.USUAL);
    List<Account> people =
        top.containsKey("people") ? people(top.get("people"), organisation) : List.of();
    if (top.containsKey("people")) {
      requireHolders(top.get("people"), organisation, people);
    }
    return new Contents(organisation, people);
  }

  private List<Unit> units(Node node) {
    Map<String, Integer> lines = new HashMap<>();
    List<Unit> units = new ArrayList<>();
    for (Node item : sequence(node)) {
      Map<String, Node> unit =
          mapping(
              item,
              Set.of("code", "name", "nameEn", "symbol", "email", "head", "agency", "ministry"));
      String code = text(required(item, unit, "code"));
      if (!code.matches("[A-Z0-9]{1,20}")) {
        throw refusal("organisation-unit-code", line(unit.get("code")), code);
      }
      Integer before = lines.putIfAbsent(code, line(item));
      if (before != null) {
        throw refusal("organisation-unit-twice", line(item), code, before);
      }
      String name = text(required(item, unit, "name"));
      units.add(
          new Unit(
              code,
              name,
              unit.containsKey("nameEn") ? text(unit.get("nameEn")) : name,
              text(required(item, unit, "symbol")),
              Optional.ofNullable(unit.get("email")).map(this::text),
              Optional.ofNullable(unit.get("head")).map(this::text),
              level(unit)));
    }
    if (count(units, Unit.Level.AGENCY) != 1) {
      throw refusal("organisation-one-agency", line(node));
    }
    if (count(units, Unit.Level.MINISTRY) > 1) {
      throw refusal("organisation-one-ministry", line(node));
    }
    if (count(units, Unit.Level.MINISTRY) == 0) {
      // A file from before the Ministry's steps were part of the process.
      units.add(MINISTRY);
    }
    return units;
  }

  private static long count(List<Unit> units, Unit.Level level) {
    return units.stream().filter(u -> u.level() == level).count();
  }

  private Unit.Level level(Map<String, Node> unit) {
    if (unit.containsKey("agency") && text(unit.get("agency")).equals("true")) {
      return Unit.Level.AGENCY;
    }
    return unit.containsKey("ministry") && text(unit.get("ministry")).equals("true")
        ? Unit.Level.MINISTRY
        : Unit.Level.UNIT;
  }

  /** Every kind that is issued has to be numbered somewhere, and in one register only. */
  private List<RegisterConfig> registers(Node root, Map<String, Node> top, List<Unit> units) {
    List<RegisterConfig> registers = new ArrayList<>();
    Node list = top.get("registers");
    if (list != null) {
      for (Node item : sequence(list)) {
        registers.add(register(item, Set.of()));
      }
    } else {
      // A file from before there was more than one register: it numbers all of the agency's kinds.
      registers.add(register(required(root, top, "register"), AGENCY_KINDS));
    }
    Node where = list != null ? list : top.get("register");
    if (registers.stream().noneMatch(RegisterConfig::keptElsewhere)) {
      String symbol =
          units.stream().filter(u -> u.level() == Unit.Level.MINISTRY).findFirst().get().symbol();
      registers.add(
          new RegisterConfig("QD", symbol, Set.of(DocumentKind.DECISION), true, Map.of()));
    }
    for (DocumentKind kind : NUMBERED_KINDS) {
      long in = registers.stream().filter(r -> r.kinds().contains(kind)).count();
      if (in != 1) {
        throw refusal("organisation-register-kind", line(where), kind.name(), in);
      }
    }
    for (RegisterConfig register : registers) {
      if (register.code().equals(RegisterConfig.INCOMING)
          || registers.stream().filter(r -> r.code().equals(register.code())).count() > 1) {
        throw refusal("organisation-register-twice", line(where), register.code());
      }
    }
    return registers;
  }

  private Deadlines deadlines(Node node) {
    Map<String, Node> days =
        mapping(node, Set.of("draft", "review", "issue", "ministry", "answers"));
    Deadlines usual = Deadlines.USUAL;
    return new Deadlines(
        days(days.get("draft"), usual.draftDays()),
        days(days.get("review"), usual.reviewDays()),
        days(days.get("issue"), usual.issueDays()),
        days(days.get("ministry"), usual.ministryDays()),
        days(days.get("answers"), usual.answerDays()));
  }

  private int days(Node node, int otherwise) {
    if (node == null) {
      return otherwise;
    }
    long days = number(text(node), line(node));
    if (days > 366) {
      throw refusal("organisation-number", line(node), days);
    }
    return (int) days;
  }

  private RetentionRule retention(Node node) {
    Map<String, Node> rule = mapping(node, Set.of("notBeforeYears", "mustByYears", "confirmedBy"));
    RetentionRule usual = RetentionRule.USUAL;
    int notBefore = years(rule.get("notBeforeYears"), usual.notBeforeYears());
    int mustBy = years(rule.get("mustByYears"), usual.mustByYears());
    if (mustBy < notBefore) {
      throw refusal("organisation-retention", line(node), notBefore, mustBy);
    }
    Node confirmed = rule.get("confirmedBy");
    boolean empty = confirmed instanceof ScalarNode s && s.getValue().isBlank();
    return new RetentionRule(notBefore, mustBy, confirmed == null || empty ? "" : text(confirmed));
  }

  private int years(Node node, int otherwise) {
    if (node == null) {
      return otherwise;
    }
    long years = number(text(node), line(node));
    if (years > 100) {
      throw refusal("organisation-number", line(node), years);
    }
    return (int) years;
  }

  private boolean signedFileRequired(Node node) {
    if (node == null) {
      return true;
    }
    return switch (text(node)) {
      case "required" -> true;
      case "optional" -> false;
      default -> throw refusal("organisation-shape", line(node), "required | optional");
    };
  }

  private RegisterConfig register(Node node, Set<DocumentKind> allKinds) {
    Map<String, Node> register =
        mapping(node, Set.of("code", "issuer", "kinds", "keptElsewhere", "firstNumbers"));
    Set<DocumentKind> kinds = new LinkedHashSet<>(allKinds);
    if (register.containsKey("kinds")) {
      for (Node kind : sequence(register.get("kinds"))) {
        kinds.add(kind(kind));
      }
    }
    Map<Integer, Long> first = new HashMap<>();
    Node numbers = register.get("firstNumbers");
    if (numbers != null) {
      for (Map.Entry<String, Node> e : mapping(numbers, null).entrySet()) {
        first.put(
            (int) number(e.getKey(), line(e.getValue())),
            number(text(e.getValue()), line(e.getValue())));
      }
    }
    String code = text(required(node, register, "code"));
    if (!code.matches("[A-Z0-9]{1,20}")) {
      throw refusal("organisation-unit-code", line(register.get("code")), code);
    }
    return new RegisterConfig(
        code,
        text(required(node, register, "issuer")),
        kinds,
        register.containsKey("keptElsewhere") && text(register.get("keptElsewhere")).equals("true"),
        first);
  }

  private DocumentKind kind(Node node) {
    String name = text(node);
    return NUMBERED_KINDS.stream()
        .filter(k -> k.name().equals(name))
        .findFirst()
        .orElseThrow(() -> refusal("organisation-kind-unknown", line(node), name, NUMBERED_KINDS));
  }

  private List<Account> people(Node node, Organisation organisation) {
    Map<String, Integer> lines = new HashMap<>();
    List<Account> people = new ArrayList<>();
    for (Node item : sequence(node)) {
      Map<String, Node> person =
          mapping(item, Set.of("user", "name", "position", "email", "password", "roles"));
      String user = text(required(item, person, "user"));
      Integer before = lines.putIfAbsent(user, line(item));
      if (before != null) {
        throw refusal("organisation-person-twice", line(item), user, before);
      }
      Set<RoleAt> roles = new LinkedHashSet<>();
      for (Node role : sequence(required(item, person, "roles"))) {
        roles.add(role(role, organisation));
      }
      people.add(
          new Account(
              new Person(
                  user,
                  text(required(item, person, "name")),
                  person.containsKey("position") ? text(person.get("position")) : "",
                  Optional.ofNullable(person.get("email")).map(this::text),
                  roles),
              text(required(item, person, "password"))));
    }
    return people;
  }

  /** Reads {@code SPECIALIST@PTTDN}. */
  private RoleAt role(Node node, Organisation organisation) {
    String written = text(node);
    int at = written.indexOf('@');
    Optional<RoleAt> role =
        at < 0
            ? Optional.empty()
            : RoleAt.ofGroupName(
                "TTDN_" + written.substring(at + 1) + "_" + written.substring(0, at));
    return role.filter(organisation.groups()::containsKey)
        .orElseThrow(
            () ->
                refusal(
                    "organisation-role-unknown",
                    line(node),
                    written,
                    String.join(
                        ", ",
                        organisation.groups().keySet().stream()
                            .map(r -> r.role() + "@" + r.unit())
                            .toList())));
  }

  /** A chain with a role that nobody holds would stop there for good. */
  private void requireHolders(Node node, Organisation organisation, List<Account> people) {
    Set<String> drafting = new LinkedHashSet<>();
    people.forEach(
        a ->
            a.person().roles().stream()
                .filter(r -> r.role() == Role.SPECIALIST)
                .forEach(r -> drafting.add(r.unit())));
    for (RoleAt role : organisation.groups().keySet()) {
      boolean needed = role.role().level() != Unit.Level.UNIT || drafting.contains(role.unit());
      boolean held = people.stream().anyMatch(a -> a.person().roles().contains(role));
      if (needed && !held) {
        throw refusal("organisation-role-unheld", line(node), role.role() + "@" + role.unit());
      }
    }
  }

  private Map<String, Node> mapping(Node node, Set<String> known) {
    if (!(node instanceof MappingNode mapping)) {
      throw refusal("organisation-shape", line(node), "key: value");
    }
    Map<String, Node> result = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode());
      if (known != null && !known.contains(key)) {
        throw refusal(
            "organisation-key-unknown",
            line(tuple.getKeyNode()),
            key,
            String.join(", ", new java.util.TreeSet<>(known)));
      }
      if (result.put(key, tuple.getValueNode()) != null) {
        throw refusal("organisation-syntax", line(tuple.getKeyNode()), key);
      }
    }
    return result;
  }

  private List<Node> sequence(Node node) {
    if (!(node instanceof SequenceNode sequence)) {
      throw refusal("organisation-shape", line(node), "- …");
    }
    return sequence.getValue();
  }

  private String text(Node node) {
    if (!(node instanceof ScalarNode scalar)
        || scalar.getTag().equals(Tag.NULL)
        || scalar.getValue().isBlank()) {
      throw refusal("organisation-shape", line(node), "text");
    }
    return scalar.getValue().strip();
  }

  private long number(String text, int line) {
    if (!text.matches("[0-9]{1,9}") || Long.parseLong(text) < 1) {
      throw refusal("organisation-number", line, text);
    }
    return Long.parseLong(text);
  }

  private Node required(Node parent, Map<String, Node> mapping, String key) {
    Node node = mapping.get(key);
    if (node == null) {
      throw refusal("organisation-missing-key", line(parent), key);
    }
    return node;
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private Refusal refusal(String code, int line, Object... args) {
    Object[] all = new Object[args.length + 2];
    all[0] = file;
    all[1] = line;
    System.arraycopy(args, 0, all, 2, args.length);
    return Refusal.of(Kind.INVALID, code, all);
  }
}
