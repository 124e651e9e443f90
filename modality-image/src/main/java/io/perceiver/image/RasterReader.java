package io.perceiver.image;

import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileKind;
import io.perceiver.api.RecordFile;
import io.perceiver.api.SourceDescription;
import io.perceiver.api.ValueReader;
import io.perceiver.image.file.ImageDecoder;
import io.perceiver.image.file.ImageFormat;
import io.perceiver.image.idx.IdxImages;
import io.perceiver.image.raster.Colour;
import io.perceiver.image.raster.Raster;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads PNG, JPEG, GIF, BMP, TIFF, WebP and Netpbm files, and IDX files of many images, in the
 * channels a model sees and in their own size. Thread-safe.
 */
public final class RasterReader implements ExampleReader<Raster> {
  private final Colour colour;
  private final int maxPixels;
  private final ImageDecoder decoder;

  /** Reads in this configuration's colour, over its background and within its bound on size. */
  public RasterReader(ImageConfig config) {
    this.colour = config.colour();
    this.maxPixels = config.maxPixels();
    this.decoder =
        new ImageDecoder(
            config.maxPixels(), config.background(), colour == Colour.INDEX, config.range());
  }

  @Override
  public Raster read(ExampleSource source) throws IOException {
    return colour.of(decoder.decode(source));
  }

  @Override
  public List<ValueReader<?, Raster>> values() {
    return List.of(
        new ValueReader<>(
            BufferedImage.class, (name, image) -> colour.of(decoder.decode(name, image))),
        new ValueReader<>(Raster.class, (name, image) -> colour.of(decoder.decode(name, image))));
  }

  @Override
  public RecordFile<Raster> openRecords(ExampleSource source) throws IOException {
    return IdxImages.open(source, colour, maxPixels);
  }

  @Override
  public void checkHead(ExampleSource source, byte[] head) throws IOException {
    if (ImageFormat.of(head).isEmpty() && !IdxImages.begins(head)) {
      throw FileKind.of(head).refused(source.name(), ImageDecoder.READABLE);
    }
  }

  @Override
  public boolean holdsRecords(ExampleSource source, byte[] head) {
    return IdxImages.begins(head);
  }

  @Override
  public Optional<SourceDescription> describe(ExampleSource source) throws IOException {
    Raster image = decoder.decode(source);
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("height", (double) image.height());
    numbers.put("width", (double) image.width());
    numbers.put("channels", (double) image.channels());
    numbers.put("bytes per sample", (double) image.kind().bytes());
    String format = ImageFormat.of(FileKind.head(source)).map(ImageFormat::name).orElse("");
    return Optional.of(new SourceDescription(format, numbers));
  }

  @Override
  public OptionalLong memoryBytes(Raster image) {
    return OptionalLong.of((long) image.size() * image.kind().bytes());
  }
}
