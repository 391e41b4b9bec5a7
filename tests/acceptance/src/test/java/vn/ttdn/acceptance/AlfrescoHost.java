package vn.ttdn.acceptance;

import static vn.ttdn.acceptance.Client.object;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A running Alfresco with our module: people and groups are provisioned through its own REST API as
 * administrator ({@code -Dttdn.admin=user:password}, default {@code admin:admin}).
 */
final class AlfrescoHost implements HostUnderTest {
  static final String API = "/api/-default-/public/alfresco/versions/1";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String root;

  AlfrescoHost(String root) {
    this.root = root.replaceFirst("/$", "");
    provision();
  }

  @Override
  public Client as(Who who) {
    return as(who.userName());
  }

  /** The contract as somebody sees it who was made with the scenarios' password. */
  Client as(String userName) {
    return basic(root, userName + ":" + PASSWORD);
  }

  @Override
  public Client inAnotherWindow(Who who) {
    return as(who);
  }

  @Override
  public Client signedOut() {
    return new Client(http, root, Map::of);
  }

  @Override
  public String page() {
    return "";
  }

  /** Alfresco's own ways in, below {@code /alfresco}, as that person. */
  Client stock(Who who) {
    return basic(alfresco(), who.userName() + ":" + PASSWORD);
  }

  /** Alfresco's own ways in, below {@code /alfresco}, as its administrator. */
  Client administrator() {
    return basic(alfresco(), System.getProperty("ttdn.admin", "admin:admin"));
  }

  /** A document that the Specialist keeps in his own folder; answers its node id. */
  String libraryDocument(String name, byte[] content) {
    return libraryDocument(Who.SPECIALIST, name, content);
  }

  /** A document that somebody keeps in his own folder; answers its node id. */
  String libraryDocument(Who owner, String name, byte[] content) {
    Client own = stock(owner).below(API);
    Reply node =
        own.post(
            "/nodes/-my-/children?autoRename=true", object("name", name, "nodeType", "cm:content"));
    String id = node.json().path("entry").path("id").asText();
    Reply written = own.putRaw("/nodes/" + id + "/content", "application/octet-stream", content);
    if (node.status() != 201 || written.status() != 200) {
      throw new IllegalStateException(node.text() + written.text());
    }
    return id;
  }

  private String alfresco() {
    return root.substring(0, root.indexOf("/alfresco/")) + "/alfresco";
  }

  private void provision() {
    Client admin = administrator().below(API);
    for (Who who : Who.values()) {
      expect(
          admin.post(
              "/people",
              object(
                  "id",
                  who.userName(),
                  "firstName",
                  who.name(),
                  "lastName",
                  "Acceptance",
                  "email",
                  who.userName() + "@ttdn.example",
                  "password",
                  PASSWORD)),
          who);
      expect(
          admin.post(
              "/groups/GROUP_" + who.group() + "/members",
              object("id", who.userName(), "memberType", "PERSON")),
          who);
    }
  }

  /** 409: there already, from a run before. */
  private static void expect(Reply reply, Who who) {
    if (!List.of(200, 201, 409).contains(reply.status())) {
      throw new IllegalStateException(who + " was not provisioned: " + reply.text());
    }
  }

  private Client basic(String at, String userAndPassword) {
    String header =
        "Basic "
            + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    return new Client(http, at, () -> Map.of("Authorization", header));
  }
}
