package io.perceiver.internal.files;

import io.perceiver.api.PerceiverException;
import org.jspecify.annotations.Nullable;

/** A file that is cut short, changed, or not of the format it should be. */
public class MalformedFileException extends PerceiverException {
  private static final long serialVersionUID = 1;
  private final String file;
  private final String reason;

  /** Creates the exception with the file's name and what is wrong with its bytes. */
  public MalformedFileException(String file, String reason) {
    this(file, reason, null);
  }

  /** Creates the exception with the cause kept. */
  public MalformedFileException(String file, String reason, @Nullable Throwable cause) {
    super(file + ": " + reason, cause);
    this.file = file;
    this.reason = reason;
  }

  /** The file, as it was named when it was opened. */
  public String file() {
    return file;
  }

  /** What is wrong with it. */
  public String reason() {
    return reason;
  }
}
