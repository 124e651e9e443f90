package io.perceiver.it.broken.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;

record AssumesCpu(NDArray array) {
  NDArray moved() {
    return array.toDevice(Device.cpu(), false);
  }
}
