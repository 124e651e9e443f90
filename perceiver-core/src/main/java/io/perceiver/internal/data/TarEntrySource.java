package io.perceiver.internal.data;

import io.perceiver.api.ExampleSource;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;

/**
 * A file in a tar, read in place. Two sources of the same entry of the same opened tar are equal.
 */
final class TarEntrySource implements ExampleSource {
  private final SharedFile tar;
  private final TarIndex.Place place;
  private final String name;

  TarEntrySource(SharedFile tar, TarIndex.Place place, String name) {
    this.tar = tar;
    this.place = place;
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return place.size();
  }

  @Override
  public InputStream open() {
    return Channels.newInputStream(openChannel());
  }

  @Override
  public SeekableByteChannel openChannel() {
    return new SliceChannel(tar, name, place.start(), place.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TarEntrySource that && tar == that.tar && place.equals(that.place);
  }

  @Override
  public int hashCode() {
    return 31 * System.identityHashCode(tar) + place.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
