package vn.ttdn.core.mail;

import java.io.InputStream;
import java.util.function.Supplier;

/**
 * A file that goes with a mail.
 *
 * @param name file name
 * @param mimeType as detected
 * @param content opens the content; the caller closes the stream
 */
public record Attachment(String name, String mimeType, Supplier<InputStream> content) {}
