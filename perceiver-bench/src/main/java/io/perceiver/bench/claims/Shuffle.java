package io.perceiver.bench.claims;

/** Where one fixed permutation of the pixels comes in. */
enum Shuffle {
  /** Nowhere. */
  NONE("as they are"),
  /** Pixels lose their places before positions are attached: positions say where they now lie. */
  BEFORE("permuted before"),
  /** Elements move with the positions they were given (Perceiver §4.1). */
  AFTER("permuted after");

  private final String words;

  Shuffle(String words) {
    this.words = words;
  }

  /** For tables. */
  String words() {
    return words;
  }
}
