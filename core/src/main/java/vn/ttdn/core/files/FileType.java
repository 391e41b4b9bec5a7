package vn.ttdn.core.files;

import java.util.Optional;

/** The formats in which a draft may be handed in. */
public enum FileType {
  DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  ODT("odt", "application/vnd.oasis.opendocument.text"),
  PDF("pdf", "application/pdf");

  private final String extension;
  private final String mimeType;

  FileType(String extension, String mimeType) {
    this.extension = extension;
    this.mimeType = mimeType;
  }

  public String extension() {
    return extension;
  }

  public String mimeType() {
    return mimeType;
  }

  /** The type that a name's extension promises. */
  static Optional<FileType> ofExtension(String extension) {
    for (FileType type : values()) {
      if (type.extension.equals(extension)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
