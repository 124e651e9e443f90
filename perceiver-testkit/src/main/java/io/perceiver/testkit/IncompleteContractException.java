package io.perceiver.testkit;

/** The test class gives the contract too little to check; no clause is broken yet. */
final class IncompleteContractException extends RuntimeException {
  private static final long serialVersionUID = 1;

  IncompleteContractException(String message) {
    super(message);
  }
}
