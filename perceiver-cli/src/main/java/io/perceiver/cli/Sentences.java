package io.perceiver.cli;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What is wrong, in words for a person. */
final class Sentences {
  private Sentences() {}

  /** The message of a mistake; several lines where there are several mistakes. */
  static String of(Exception mistake) {
    if (mistake instanceof InvalidSpecException invalid && invalid.problems().size() > 1) {
      return invalid.problems().size()
          + " mistakes:\n  "
          + String.join("\n  ", invalid.problems()).replace(System.lineSeparator(), "\n");
    }
    if (mistake instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
      return of(unchecked.getCause());
    }
    if (mistake instanceof FileSystemException file) {
      return file.getFile() + ": " + reason(file);
    }
    String message = mistake.getMessage();
    if (message == null || message.isBlank()) {
      return mistake.getClass().getSimpleName();
    }
    return mistake instanceof PerceiverException || mistake instanceof IOException
        ? message
        : mistake.getClass().getSimpleName() + ": " + message;
  }

  private static String reason(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "access is denied; check its permissions";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "is there already, and is not a folder";
    }
    if (failure instanceof NotDirectoryException) {
      return "is not a folder";
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return "is a folder that is not empty";
    }
    String reason = failure.getReason();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }
}
