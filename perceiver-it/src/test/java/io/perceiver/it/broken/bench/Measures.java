package io.perceiver.it.broken.bench;

import io.perceiver.it.broken.bench.report.Page;

public class Measures {
  public Page page() {
    return new Page(this);
  }
}
