package io.perceiver.api;

import java.util.List;
import org.apiguardian.api.API;

/** A configuration, spec or manifest with mistakes, all of them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class InvalidSpecException extends PerceiverException {
  private static final long serialVersionUID = 1;
  private final List<String> problems;

  /** Creates the exception with one line per problem. */
  public InvalidSpecException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** Returns the problems, one line each, at least one. */
  public List<String> problems() {
    return problems;
  }
}
