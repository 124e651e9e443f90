package io.perceiver.it.broken.nn;

import ai.djl.ndarray.NDArray;

record LendsNumber(NDArray array) {
  NDArray doubled() {
    return array.mul(2);
  }
}
