package io.perceiver.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
  private static final String HELD = "held";

  @TempDir private Path runs;

  /** Another process that trains: holds a folder's lock until it is ended. */
  static final class Holder {
    private Holder() {}

    /** Locks the folder it is given. */
    public static void main(String[] arguments) throws IOException {
      RunLock.holding(
          new RunFolder(Path.of(arguments[0])),
          () -> {
            System.out.println(HELD);
            return System.in.read();
          });
    }
  }

  private static Process holder(RunFolder folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            folder.path().toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void aFolderIsForOneTrainingOfThisProcess() throws IOException {
    RunFolder folder = RunFolder.create(runs);
    try (RunLock first = RunLock.of(folder)) {
      assertThat(first).isNotNull();
      for (int again = 0; again < 2; again++) {
        assertThatThrownBy(() -> RunLock.of(folder))
            .isInstanceOf(PerceiverException.class)
            .hasMessageContaining("being trained by process " + ProcessHandle.current().pid());
      }
      assertThat(RunLock.<Boolean>holding(RunFolder.create(runs), () -> true)).isTrue();
    }
    assertThat(RunLock.<Boolean>holding(folder, () -> true)).isTrue();
  }

  /** The same classes once more, as a second class loader has them. */
  private static final class Apart extends URLClassLoader {
    Apart() throws MalformedURLException {
      super(urls(), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] urls() throws MalformedURLException {
      List<URL> urls = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        urls.add(Path.of(entry).toUri().toURL());
      }
      return urls.toArray(URL[]::new);
    }
  }

  @Test
  void aFolderIsForOneTrainingOfAllClassLoaders() throws Exception {
    RunFolder folder = RunFolder.create(runs);
    try (RunLock first = RunLock.of(folder);
        Apart apart = new Apart()) {
      assertThat(first).isNotNull();
      Method main = apart.loadClass(Holder.class.getName()).getMethod("main", String[].class);
      main.setAccessible(true);
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(
                () -> main.invoke(null, (Object) new String[] {folder.path().toString()}))
            .cause()
            .hasMessageContaining("being trained by process " + ProcessHandle.current().pid());
      }
      Process other = holder(folder);
      try {
        assertThat(other.inputReader(StandardCharsets.UTF_8).readLine()).as("taken").isNull();
      } finally {
        other.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void aFolderIsForOneProcessUntilThatEnds() throws Exception {
    RunFolder folder = RunFolder.create(runs);
    Process other = holder(folder);
    try {
      assertThat(other.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo(HELD);
      assertThatThrownBy(() -> RunLock.of(folder))
          .isInstanceOf(PerceiverException.class)
          .hasMessageContainingAll(
              "run-0001 is being trained by process " + other.pid(), "wait until it is done");
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertThat(RunLock.<Boolean>holding(folder, () -> true)).isTrue();
  }
}
