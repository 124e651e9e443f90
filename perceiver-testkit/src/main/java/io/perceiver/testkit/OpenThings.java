package io.perceiver.testkit;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this JVM holds open.
 *
 * @param files open file descriptors; 0 where the system does not count them
 * @param threads threads started and not ended
 */
record OpenThings(long files, long threads) {

  static OpenThings now() {
    long files =
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getOpenFileDescriptorCount()
            : 0;
    return new OpenThings(files, ManagementFactory.getThreadMXBean().getThreadCount());
  }
}
