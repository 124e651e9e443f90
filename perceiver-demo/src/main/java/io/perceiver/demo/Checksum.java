package io.perceiver.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of a data set: of the SHA-256 of its manifest and of each file the manifest names. */
final class Checksum {
  private Checksum() {}

  /** Of one file's bytes. */
  static byte[] of(byte[] file) {
    return sha256().digest(file);
  }

  /** Of a whole data set, in hexadecimal, from the checksums of its files in order. */
  static String of(List<byte[]> files) {
    MessageDigest digest = sha256();
    files.forEach(digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Of a data set as it lies in a folder.
   *
   * @param files paths within the folder: the manifest, then the files in its order
   * @throws IOException naming the first file that is missing or cannot be read
   */
  static String in(Path folder, List<String> files) throws IOException {
    MessageDigest digest = sha256();
    for (String file : files) {
      digest.update(of(Files.readAllBytes(folder.resolve(file))));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
