package vn.ttdn.standalone.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.standalone.testing.People.well;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.ttdn.standalone.StandaloneApplication;
import vn.ttdn.standalone.testing.OwnData;
import vn.ttdn.standalone.testing.People;
import vn.ttdn.standalone.testing.Tables;

/** The running host with a mail server: what it sends, and that no server can hold it up. */
@SpringBootTest(classes = StandaloneApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class MailOfTheHostTest {
  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @LocalServerPort private int port;
  @Autowired private Jobs jobs;
  @Autowired private JavaMailSenderImpl sender;
  @Autowired private DataSource dataSource;

  @DynamicPropertySource
  static void ownDataAndServer(DynamicPropertyRegistry registry) {
    OwnData.give(registry);
    SERVER.start();
    registry.add("spring.mail.host", () -> "127.0.0.1");
    registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @Test
  void whoIsToActHearsOfIt() throws Exception {
    People people = new People(port);
    String id = people.opened();
    jobs.sendMail();
    SERVER.purgeEmailFromAllMailboxes();
    well(people.decide("chuyenvien", id, "submitted"));
    jobs.sendMail();
    jobs.sendMail();
    MimeMessage[] received = SERVER.getReceivedMessages();
    assertThat(received).hasSize(1);
    assertThat(received[0].getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("truongphong@ttdn.example");
    assertThat(received[0].getSubject()).contains("6.2.2", "Đề nghị đề xuất nội dung");
    assertThat(received[0].getMessageID())
        .matches("<[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@ttdn>");
  }

  @Test
  void anIssuedLetterReachesItsAddresseeAsTheSignedFile() throws Exception {
    People people = new People(port);
    String id = people.readyToIssue();
    jobs.sendMail();
    SERVER.purgeEmailFromAllMailboxes();
    well(people.decide("vanthu", id, "issued"));
    jobs.sendMail();
    List<MimeMessage> letters =
        Stream.of(SERVER.getReceivedMessages()).filter(MailOfTheHostTest::carriesFiles).toList();
    assertThat(letters).as("to the unit; on paper to who has no address").hasSize(1);
    MimeMessage letter = letters.get(0);
    assertThat(letter.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("nvdp@ttdn.example");
    assertThat(letter.getSubject()).contains("/TTĐN-PTTĐN", "Đề nghị đề xuất nội dung");
    Multipart parts = (Multipart) letter.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(MimeUtility.decodeText(parts.getBodyPart(1).getFileName())).isEqualTo(People.SIGNED);
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
    try (InputStream in = parts.getBodyPart(1).getInputStream()) {
      assertThat(in.readAllBytes()).isEqualTo(People.signed());
    }
  }

  private static boolean carriesFiles(MimeMessage message) {
    try {
      return message.isMimeType("multipart/*");
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** It would hold the job, a connection and a transaction for ever. */
  @Test
  void aServerThatNeverAnswersIsGivenUp() throws Exception {
    assertThat(sender.getJavaMailProperties())
        .containsEntry("mail.smtp.connectiontimeout", "10000")
        .containsEntry("mail.smtp.timeout", "10000")
        .containsEntry("mail.smtp.writetimeout", "10000");
    int before = sender.getPort();
    jobs.sendMail();
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "200");
      sender.setJavaMailProperties(sender.getJavaMailProperties());
      sender.setPort(silent.getLocalPort());
      People people = new People(port);
      people.opened();
      jobs.sendMail();
      List<String> outbox = new Tables(dataSource).rows().get("ttdn_outbox");
      assertThat(outbox)
          .filteredOn(mail -> mail.contains("SENT_AT=null"))
          .singleElement()
          .asString()
          .contains("ATTEMPTS=1", "Read timed out");
    } finally {
      sender.setPort(before);
    }
  }
}
