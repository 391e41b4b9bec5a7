package vn.ttdn.standalone.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.mail.Attachment;
import vn.ttdn.core.mail.MailDispatch;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.standalone.testing.People;

/** Mail over a real SMTP server, and as files that any mail program reads. */
class MailersTest {
  private static final String SUBJECT =
      "[6.2.2] Đề nghị đề xuất nội dung Kế hoạch thông tin đối ngoại của Bộ năm 2027 – "
          + "gửi các đơn vị thuộc Cục, Vụ Hợp tác quốc tế và Văn phòng Bộ, kèm phụ lục";
  private static final String BODY = "Kính gửi Nguyễn Thị Hoa,\n\nViệc đang chờ: ý kiến (6.2.2).\n";

  private static final String LETTER = "Công văn đề nghị đề xuất (đã ký).pdf";
  private static final String PLAN =
      "Dự thảo Kế hoạch thông tin đối ngoại của Bộ năm 2027, kèm theo công văn xin ý kiến.docx";

  @TempDir private Path folder;

  private final FakeHost host = FakeHost.standing();
  private final MimeMails mime = new MimeMails("vanthu@ttdn.example", host.clock());

  @Test
  void aMailArrivesOverSmtpAsItWasWritten() throws Exception {
    GreenMail server = started(0);
    try {
      OutgoingMail mail = mail();
      new SmtpMailer(sender(server.getSmtp().getPort()), mime).send(mail, List.of());
      assertThat(server.getReceivedMessages()).hasSize(1);
      requireAsWritten(server.getReceivedMessages()[0], mail);
    } finally {
      server.stop();
    }
  }

  /** A reader of mail knows a file by its name, and opens it by its type. */
  @Test
  void whatGoesWithAMailArrivesByteForByteUnderItsOwnName() throws Exception {
    GreenMail server = started(0);
    try {
      OutgoingMail mail = mail();
      Path eml = folder.resolve(mail.id() + ".eml");
      new SmtpMailer(sender(server.getSmtp().getPort()), mime).send(mail, attached());
      new EmlMailer(folder, mime).send(mail, attached());
      assertThat(Files.readString(eml)).as("seven bits, for any way").matches("\\p{ASCII}*");
      requireAttached(server.getReceivedMessages()[0], mail);
      try (InputStream in = Files.newInputStream(eml)) {
        requireAttached(new MimeMessage(Session.getInstance(new Properties()), in), mail);
      }
    } finally {
      server.stop();
    }
  }

  private static List<Attachment> attached() {
    return List.of(
        new Attachment(LETTER, "application/pdf", () -> new ByteArrayInputStream(People.signed())),
        new Attachment(
            PLAN,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            () -> new ByteArrayInputStream(People.sample("ke-hoach.docx"))));
  }

  private static void requireAttached(MimeMessage message, OutgoingMail mail) throws Exception {
    assertThat(message.getSubject()).isEqualTo(mail.subject());
    Multipart parts = (Multipart) message.getContent();
    assertThat(parts.getCount()).isEqualTo(3);
    assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n").strip())
        .isEqualTo(mail.body().strip());
    requireFile(parts.getBodyPart(1), LETTER, "application/pdf", People.signed());
    requireFile(
        parts.getBodyPart(2),
        PLAN,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        People.sample("ke-hoach.docx"));
  }

  private static void requireFile(BodyPart part, String name, String type, byte[] content)
      throws Exception {
    assertThat(part.getDisposition()).isEqualTo(Part.ATTACHMENT);
    assertThat(MimeUtility.decodeText(part.getFileName())).isEqualTo(name);
    assertThat(part.getContentType()).startsWith(type);
    try (InputStream in = part.getInputStream()) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
  }

  @Test
  void whatTheServerRefusedWaitsAndLeavesLaterOnce() throws Exception {
    GreenMail server = started(0);
    int port = server.getSmtp().getPort();
    server.stop();
    MailDispatch dispatch =
        new MailDispatch(
            host.unitOfWork(),
            host.ledger(),
            host.documents(),
            new SmtpMailer(sender(port), mime),
            host.clock());
    OutgoingMail mail = mail();
    host.unitOfWork().run(() -> host.ledger().enqueue(List.of(mail), host.clock().instant()));

    assertThat(dispatch.run(10)).isZero();
    assertThat(host.ledger().outbox()).hasSize(1);
    assertThat(host.ledger().outbox().get(0).attempts()).isEqualTo(1);

    server = started(port);
    try {
      assertThat(dispatch.run(10)).as("not before its time").isZero();
      host.clock().advance(Duration.ofMinutes(1));
      assertThat(dispatch.run(10)).isEqualTo(1);
      requireAsWritten(server.getReceivedMessages()[0], mail);
      host.clock().advance(Duration.ofDays(2));
      assertThat(dispatch.run(10)).isZero();
      assertThat(server.getReceivedMessages()).hasSize(1);
    } finally {
      server.stop();
    }
  }

  @Test
  void aMailIsAFileThatAnyMailProgramReads() throws Exception {
    OutgoingMail mail = mail();
    new EmlMailer(folder, mime).send(mail, List.of());
    Path file = folder.resolve(mail.id() + ".eml");
    assertThat(files()).containsExactly(file);
    assertThat(Files.readString(file)).as("seven bits, for any way").matches("\\p{ASCII}*");
    try (InputStream in = Files.newInputStream(file)) {
      requireAsWritten(new MimeMessage(Session.getInstance(new Properties()), in), mail);
    }
  }

  @Test
  void eachMailHasAFileOfItsOwnAndTheSameOneStaysOne() throws Exception {
    EmlMailer mailer = new EmlMailer(folder, mime);
    OutgoingMail first = mail();
    OutgoingMail second = mail();
    mailer.send(first, List.of());
    mailer.send(second, List.of());
    mailer.send(first, List.of());
    assertThat(files())
        .containsExactlyInAnyOrder(
            folder.resolve(first.id() + ".eml"), folder.resolve(second.id() + ".eml"));
  }

  @Test
  void aMailThatCannotBeWrittenLeavesNoFile() throws Exception {
    OutgoingMail nowhere =
        new OutgoingMail("id", "dossier", "không phải địa chỉ", "V/v", "", List.of(), 0);
    EmlMailer mailer = new EmlMailer(folder, mime);
    assertThatThrownBy(() -> mailer.send(nowhere, List.of()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(files()).isEmpty();
  }

  private static OutgoingMail mail() {
    String id = UUID.randomUUID().toString();
    return new OutgoingMail(id, "dossier", "truongphong@ttdn.example", SUBJECT, BODY, List.of(), 0);
  }

  private void requireAsWritten(MimeMessage message, OutgoingMail mail) throws Exception {
    assertThat(message.getSubject()).isEqualTo(mail.subject());
    assertThat(message.getContent().toString().replace("\r\n", "\n").strip())
        .isEqualTo(mail.body().strip());
    assertThat(message.getContentType()).containsIgnoringCase("charset=utf-8");
    assertThat(message.getRecipients(RecipientType.TO))
        .extracting(Object::toString)
        .containsExactly(mail.to());
    assertThat(message.getFrom())
        .extracting(Object::toString)
        .containsExactly("vanthu@ttdn.example");
    assertThat(message.getMessageID()).isEqualTo("<" + mail.id() + "@ttdn>");
    Instant now = host.clock().instant();
    assertThat(message.getSentDate()).isEqualTo(Date.from(now.minusNanos(now.getNano())));
    for (String header : List.of("Subject", "From", "To")) {
      assertThat(message.getHeader(header, ", ")).as(header).matches("\\p{ASCII}+");
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static GreenMail started(int port) {
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  private static JavaMailSenderImpl sender(int port) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    return sender;
  }
}
