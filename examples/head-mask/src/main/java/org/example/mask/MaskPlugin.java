package org.example.mask;

import io.perceiver.api.head.Head;
import io.perceiver.api.head.HeadPlugin;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** {@code heads: {NAME: {type: mask}}}. */
public final class MaskPlugin implements HeadPlugin<MaskConfig> {

  @Override
  public String name() {
    return "mask";
  }

  @Override
  public MaskConfig defaults() {
    return MaskConfig.DEFAULT;
  }

  @Override
  public MaskConfig resolve(MaskConfig config, Collection<Map<String, String>> rows) {
    return config; // the training data leaves nothing to decide
  }

  @Override
  public Set<String> columns(MaskConfig config) {
    return Set.of(); // its target is a picture, not a cell of the row
  }

  @Override
  public Head create(MaskConfig config) {
    return new MaskHead(config);
  }
}
