package vn.ttdn.standalone.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import vn.ttdn.core.audit.AuditChain;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.OrganisationFile;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Handling;
import vn.ttdn.core.rights.RightsDocument;
import vn.ttdn.core.rights.RightsDocument.Cell;
import vn.ttdn.core.rights.RightsDocument.Persona;
import vn.ttdn.core.rights.RightsDocument.Place;

/**
 * The default organisation with one person for each row of the matrix, who holds just its roles.
 */
final class Cast {
  static final String PASSWORD = "mot-hai-ba";

  private final Organisation organisation = defaultOrganisation();
  private final Unit unit = organisation.unit("PTTDN").orElseThrow();
  private final Unit addressed = organisation.unit("NVDP").orElseThrow();
  private final Unit other = organisation.unit("TTBC").orElseThrow();
  private final List<Persona> personas =
      RightsDocument.personas(organisation, unit, addressed, other);

  Organisation organisation() {
    return organisation;
  }

  Unit unit() {
    return unit;
  }

  Unit addressed() {
    return addressed;
  }

  List<Persona> personas() {
    return personas;
  }

  /** Core's matrix. */
  List<Cell> cells() {
    return RightsDocument.cells(organisation, unit, addressed, other);
  }

  /** The plain person of that row. */
  Persona persona(String name) {
    return personas.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  /** Whose dossiers somebody is tried on: his own if he drafts, else the plain drafter's. */
  Persona drafterFor(Persona persona) {
    return persona.drafts() ? persona : persona("the drafter");
  }

  String userName(Persona persona) {
    return "nguoi" + personas.indexOf(persona);
  }

  Person person(Persona persona) {
    return new Person(userName(persona), persona.name(), "", Optional.empty(), persona.roles());
  }

  /** A dossier as core sees it, for asking core. */
  Dossier dossier(Persona drafter, Place place) {
    return new Dossier(
        "id",
        Optional.empty(),
        "subject",
        2027,
        unit.code(),
        userName(drafter),
        List.of(),
        List.of(Addressee.ofUnit(addressed.code(), addressed.nameVi())),
        Handling.USUAL,
        place.round(),
        place.state(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        1,
        0,
        AuditChain.START);
  }

  /** The dossier that a cell is about. */
  Dossier dossier(Cell cell) {
    return dossier(drafterFor(cell.persona()), cell.place());
  }

  /** Writes the organisation file: core's own, with the people added. */
  void write(Path file) {
    String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
    StringBuilder yaml = new StringBuilder(organisationYaml()).append("\npeople:\n");
    for (Persona persona : personas) {
      String roles =
          persona.roles().stream()
              .map(r -> r.role() + "@" + r.unit())
              .sorted()
              .collect(Collectors.joining(", "));
      yaml.append("  - user: ").append(userName(persona)).append('\n');
      yaml.append("    name: \"").append(persona.name()).append("\"\n");
      yaml.append("    password: \"").append(hash).append("\"\n");
      yaml.append("    roles: [").append(roles).append("]\n");
    }
    try {
      Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Organisation defaultOrganisation() {
    return OrganisationFile.read(new StringReader(organisationYaml()), "organisation.yaml")
        .organisation();
  }

  private static String organisationYaml() {
    try (InputStream in =
            OrganisationFile.class.getResourceAsStream("/vn/ttdn/core/organisation.yaml");
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      StringBuilder text = new StringBuilder();
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        text.append((char) c);
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
