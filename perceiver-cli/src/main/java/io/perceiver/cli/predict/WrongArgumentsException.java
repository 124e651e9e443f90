package io.perceiver.cli.predict;

import io.perceiver.api.InvalidSpecException;
import java.util.List;

/** Arguments that no files could make right: they name a modality the model lacks, or none. */
public final class WrongArgumentsException extends InvalidSpecException {
  private static final long serialVersionUID = 1;

  /** Creates the exception with one line a problem; those of files may be among them. */
  WrongArgumentsException(List<String> problems) {
    super(problems);
  }
}
