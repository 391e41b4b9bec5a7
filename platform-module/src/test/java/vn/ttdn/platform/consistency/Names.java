package vn.ttdn.platform.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What files name, and what there is under that name: ours, or one of Alfresco's that a checked-in
 * list holds. Each name has a kind ({@code bean}, {@code type}, {@code message}…).
 */
public final class Names {
  private final Map<String, String> used = new TreeMap<>();
  private final SortedSet<String> ours = new TreeSet<>();
  private final List<String> twice = new ArrayList<>();

  /** {@code where} names it. */
  public void use(String kind, String name, Object where) {
    used.putIfAbsent(kind + " " + name, where.toString());
  }

  /** We have it ourselves; having it twice is an error. */
  public void declare(String kind, String name) {
    if (!ours.add(kind + " " + name)) {
      twice.add(kind + " " + name);
    }
  }

  /** Whether we have it ourselves. */
  public boolean has(String kind, String name) {
    return ours.contains(kind + " " + name);
  }

  /** What we have of a kind. */
  public SortedSet<String> declared(String kind) {
    SortedSet<String> names = new TreeSet<>();
    for (String name : ours) {
      if (name.startsWith(kind + " ")) {
        names.add(name.substring(kind.length() + 1));
      }
    }
    return names;
  }

  /**
   * Asserts that every name in use is ours or stock, and that the list holds no stock name that is
   * not in use or is ours.
   *
   * @param list the list of stock names, beside {@code owner}: kind, name, # comment on each line
   */
  public void check(Class<?> owner, String list) {
    SortedSet<String> stock = stock(owner, list);
    List<String> unknown = new ArrayList<>();
    used.forEach(
        (name, where) -> {
          if (!ours.contains(name) && !stock.contains(name)) {
            unknown.add(name + " (" + where + ")");
          }
        });
    assertThat(unknown).as("names that nothing has").isEmpty();
    assertThat(twice).as("names of ours that are there twice").isEmpty();
    assertThat(stock)
        .as("stock names in use that are not ours")
        .isSubsetOf(used.keySet())
        .doesNotContainAnyElementsOf(ours.isEmpty() ? List.of("") : ours);
  }

  /** Asserts that everything of ours of that kind is named somewhere. */
  public void checkAllUsed(String kind) {
    assertThat(declared(kind))
        .as("every " + kind + " of ours is named")
        .isNotEmpty()
        .allMatch(name -> used.containsKey(kind + " " + name));
  }

  /** The list's lines: kind and name, with a space between. */
  static SortedSet<String> stock(Class<?> owner, String list) {
    SortedSet<String> names = new TreeSet<>();
    try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(list), list)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.trim().split("\\s+", 4);
          assertThat(parts).as("kind, name, # comment: " + line).hasSize(4);
          assertThat(parts[2]).as("kind, name, # comment: " + line).isEqualTo("#");
          assertThat(names.add(parts[0] + " " + parts[1])).as("twice: " + line).isTrue();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
