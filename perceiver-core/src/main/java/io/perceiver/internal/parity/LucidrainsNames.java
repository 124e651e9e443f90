package io.perceiver.internal.parity;

import io.perceiver.nn.Sharing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of our parameters hold what a parameter of lucidrains/perceiver-pytorch holds; where there
 * are several, they are its rows in order. Tied layers appear once.
 */
final class LucidrainsNames {
  private final Map<String, List<String>> names = new LinkedHashMap<>();

  private LucidrainsNames() {}

  /** For a model of so many layers, with so many self-attentions each. */
  static Map<String, List<String>> of(int depth, int selfAttends, Sharing sharing, boolean head) {
    LucidrainsNames all = new LucidrainsNames();
    all.add("latents", "trunk.latents.vectors");
    int layers = sharing == Sharing.NONE ? depth : Math.min(depth, 2);
    for (int i = 0; i < layers; i++) {
      all.layer(i, selfAttends);
    }
    if (head) {
      all.norm("to_logits.1", "head-label", "normScale", "normOffset");
      all.add("to_logits.2.weight", "head-label.weight");
      all.add("to_logits.2.bias", "head-label.bias");
    }
    return all.names;
  }

  private void layer(int i, int selfAttends) {
    String cross = "trunk.cross" + i;
    attention("layers." + i + ".0.fn", cross + ".attention");
    norm("layers." + i + ".0.norm", cross + ".queryNorm", "scale", "offset");
    norm("layers." + i + ".0.norm_context", cross + ".keyValueNorm", "scale", "offset");
    mlp("layers." + i + ".1", cross);
    for (int j = 0; j < selfAttends; j++) {
      String peer = "layers." + i + ".2." + j;
      String self = "trunk.latent" + i + "x" + j;
      attention(peer + ".0.fn", self + ".attention");
      norm(peer + ".0.norm", self + ".norm", "scale", "offset");
      mlp(peer + ".1", self);
    }
  }

  private void attention(String peer, String ours) {
    add(peer + ".to_q.weight", ours + ".queryWeight");
    add(peer + ".to_kv.weight", ours + ".keyWeight", ours + ".valueWeight");
    add(peer + ".to_out.weight", ours + ".outputWeight");
    add(peer + ".to_out.bias", ours + ".outputBias");
  }

  private void mlp(String peer, String layer) {
    norm(peer + ".norm", layer + ".mlpNorm", "scale", "offset");
    add(peer + ".fn.net.0.weight", layer + ".mlp.widenWeight");
    add(peer + ".fn.net.0.bias", layer + ".mlp.widenBias");
    add(peer + ".fn.net.2.weight", layer + ".mlp.narrowWeight");
    add(peer + ".fn.net.2.bias", layer + ".mlp.narrowBias");
  }

  private void norm(String peer, String ours, String scale, String offset) {
    add(peer + ".weight", ours + "." + scale);
    add(peer + ".bias", ours + "." + offset);
  }

  private void add(String peer, String... ours) {
    names.put(peer, new ArrayList<>(List.of(ours)));
  }
}
