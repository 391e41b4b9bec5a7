package org.springframework.extensions.surf.util;

public interface Content {
  java.io.InputStream getInputStream();
}
