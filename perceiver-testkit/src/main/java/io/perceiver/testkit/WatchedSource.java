package io.perceiver.testkit;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.MemorySource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channel;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Bytes in memory that know what was opened and not closed. Used by one thread. */
final class WatchedSource implements ExampleSource {
  private final MemorySource bytes;
  private final AtomicInteger openStreams = new AtomicInteger();
  private final List<Channel> channels = new ArrayList<>();

  WatchedSource(String name, byte[] bytes) {
    this.bytes = new MemorySource(name, bytes);
  }

  @Override
  public String name() {
    return bytes.name();
  }

  @Override
  public long size() {
    return bytes.size();
  }

  @Override
  public InputStream open() {
    openStreams.incrementAndGet();
    return new FilterInputStream(bytes.open()) {
      private boolean closed;

      @Override
      public void close() throws IOException {
        super.close();
        if (!closed) {
          closed = true;
          openStreams.decrementAndGet();
        }
      }
    };
  }

  @Override
  public SeekableByteChannel openChannel() {
    SeekableByteChannel channel = bytes.openChannel();
    channels.add(channel);
    return channel;
  }

  /** Number of streams and channels not closed. */
  long leftOpen() {
    return openStreams.get() + channels.stream().filter(Channel::isOpen).count();
  }
}
