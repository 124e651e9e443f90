package io.perceiver.it.broken.nn;

import ai.djl.ndarray.NDManager;

record LeavesDeviceOpen(String engine) {
  NDManager manager() {
    return NDManager.newBaseManager();
  }
}
