package vn.ttdn.web;

import static vn.ttdn.web.FakeAgency.object;
import static vn.ttdn.web.FakeWords.code;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ttdn.web.FakePeople.Person;

/** A document of a dossier, or an answer's file, with its versions. */
final class FakeFile {
  static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final Pattern PART =
      Pattern.compile("name=\"(\\w+)\"(?:; filename=\"([^\"]*)\")?.*?\r\n\r\n", Pattern.DOTALL);

  final String id;
  final String kind;
  final boolean signed;
  private final List<Version> versions = new ArrayList<>();

  record Version(String name, int size, Person by, Instant at) {}

  /** A multipart request's parts: its fields, and its file's name and size. */
  record Upload(Map<String, String> fields, String name, int size) {
    static Upload of(byte[] multipart) {
      String text = new String(multipart, StandardCharsets.ISO_8859_1);
      String boundary = text.substring(0, text.indexOf("\r\n"));
      Map<String, String> fields = new LinkedHashMap<>();
      for (String part : text.split(Pattern.quote(boundary))) {
        Matcher head = PART.matcher(part);
        if (head.find()) {
          String content = part.substring(head.end(), part.length() - 2);
          if (head.group(2) != null) {
            return new Upload(fields, utf8(head.group(2)), content.length());
          }
          fields.put(head.group(1), utf8(content));
        }
      }
      throw new IllegalArgumentException("no file in the request");
    }

    private static String utf8(String latin) {
      return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
  }

  FakeFile(String id, String kind, boolean signed) {
    this.id = id;
    this.kind = kind;
    this.signed = signed;
  }

  void add(String name, int size, Person by, Instant at) {
    versions.add(new Version(name, size, by, at));
  }

  String version() {
    return "1." + (versions.size() - 1);
  }

  Version newest() {
    return versions.get(versions.size() - 1);
  }

  /** As a dossier shows it, with its versions. */
  Map<String, Object> document(boolean english) {
    Map<String, Object> view = document(versions.size() - 1, english);
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      all.add(document(i, english));
    }
    view.put("versions", all);
    return view;
  }

  /** As the answer to an upload shows it. */
  Map<String, Object> stored(boolean english) {
    return document(versions.size() - 1, english);
  }

  /** How a signed file reads beside what was approved: its name says it. */
  static Map<String, Object> comparison(String name, boolean english) {
    boolean different = name.contains("khac");
    boolean scanned = name.contains("quet");
    String verdict = different ? "DIFFERENT" : scanned ? "NOT_COMPARED" : "SAME";
    return object(
        "verdict", code("verdict", verdict, english),
        "reason", scanned ? "tệp đã ký: Tệp chỉ có ảnh chụp." : null,
        "total", different ? 3 : 0,
        "similarity", different ? 0.987 : null,
        "differences",
            different
                ? List.of(
                    object(
                        "approved", "150.000.000",
                        "signed", "180.000.000",
                        "context", "kinh phí dự kiến […] đồng từ ngân sách"),
                    object(
                        "approved", "",
                        "signed", FakePeople.HOSTILE,
                        "context", "gửi về Cục […] trước ngày"))
                : List.of());
  }

  private Map<String, Object> document(int i, boolean english) {
    Version v = versions.get(i);
    return object(
        "id",
        id,
        "kind",
        code("kind", kind, english),
        "signed",
        signed,
        "name",
        v.name(),
        "mimeType",
        "application/pdf",
        "size",
        v.size(),
        "sha256",
        HASH,
        "version",
        "1." + i,
        "createdBy",
        v.by().name(),
        "createdAt",
        v.at().toString());
  }

  /** As an answer shows its versions. */
  List<Object> answerVersions() {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      Version v = versions.get(i);
      all.add(
          object(
              "version", "1." + i,
              "name", v.name(),
              "mimeType", "application/pdf",
              "size", v.size(),
              "createdBy", v.by().name(),
              "createdAt", v.at().toString()));
    }
    return all;
  }
}
