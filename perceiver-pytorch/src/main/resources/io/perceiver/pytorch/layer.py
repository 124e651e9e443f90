# A whole layer: norm, attention with its projections, residual, norm, MLP, residual.
# Words between dollar signs become constants. Tensors that are not used are given as any tensor.
#
# Latents that read other elements (CROSS) get those normalised, without scale and offset: these go
# into the weights. ABSORBED makes neither keys nor values: with x = n * scale + offset,
#   q . (Wk x + bk)   = ((q Wk) * scale) . n + terms that are equal for all keys and drop out,
#   sum p (Wv x + bv) = Wv ((sum p n) * scale + offset) + bv,   as the weights p sum to one,
# so each head's queries, mapped into the channels of n, read n itself.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    latents: Tensor,
    normalised: Tensor,
    mask: Tensor,
    norm_scale: Tensor,
    norm_offset: Tensor,
    input_scale: Tensor,
    input_offset: Tensor,
    query_weight: Tensor,
    key_weight: Tensor,
    value_weight: Tensor,
    output_weight: Tensor,
    output_bias: Tensor,
    query_bias: Tensor,
    key_bias: Tensor,
    value_bias: Tensor,
    mlp_scale: Tensor,
    mlp_offset: Tensor,
    widen: Tensor,
    widen_bias: Tensor,
    narrow: Tensor,
    narrow_bias: Tensor) -> Tensor:
    batch = torch.size(latents, 0)
    queries = torch.size(latents, 1)
    channels = torch.size(latents, 2)
    normed = torch.layer_norm(latents, [channels], norm_scale, norm_offset, 1.0e-5)
    if $BIASED$:
      q0 = torch.linear(normed, query_weight, query_bias)
    else:
      q0 = torch.linear(normed, query_weight)
    q1 = torch.transpose(torch.reshape(q0, [batch, queries, $HEADS$, -1]), 1, 2)
    if $ABSORBED$:
      read_channels = torch.size(normalised, 2)
      keys = torch.size(normalised, 1)
      into = torch.reshape(torch.mul(key_weight, input_scale), [$HEADS$, -1, read_channels])
      q = torch.reshape(torch.matmul(q1, into), [batch, 1, -1, read_channels])
      k = torch.unsqueeze(normalised, 1)
      v = k
    else:
      if $CROSS$:
        source = normalised
        kw = torch.mul(key_weight, input_scale)
        vw = torch.mul(value_weight, input_scale)
        kb = torch.mv(key_weight, input_offset)
        vb = torch.mv(value_weight, input_offset)
        if $BIASED$:
          k0 = torch.linear(source, kw, torch.add(kb, key_bias))
          v0 = torch.linear(source, vw, torch.add(vb, value_bias))
        else:
          k0 = torch.linear(source, kw, kb)
          v0 = torch.linear(source, vw, vb)
      else:
        source = normed
        if $BIASED$:
          k0 = torch.linear(source, key_weight, key_bias)
          v0 = torch.linear(source, value_weight, value_bias)
        else:
          k0 = torch.linear(source, key_weight)
          v0 = torch.linear(source, value_weight)
      keys = torch.size(source, 1)
      q = q1
      k = torch.transpose(torch.reshape(k0, [batch, keys, $HEADS$, -1]), 1, 2)
      v = torch.transpose(torch.reshape(v0, [batch, keys, $HEADS$, -1]), 1, 2)
    if $MASKED$:
      # A query whose keys are all masked gets logits and bias of zero: a uniform row that sends no
      # gradient into its logits. (A bias of -1e30 there would drown the row's log-sum-exp.)
      seen = torch.to(torch.reshape(torch.any(mask, 1), [batch, 1, 1, 1]), 6)
      real = torch.to(torch.reshape(mask, [batch, 1, 1, keys]), 6)
      bias = torch.mul(torch.mul(torch.sub(real, 1.), 1.0e30), seen)
      bias = torch.expand(bias, [batch, torch.size(q, 1), torch.size(q, 2), keys])
      read0 = torch.scaled_dot_product_attention(torch.mul(q, seen), k, v, bias, $ATTENTION_DROPOUT$, False, scale=$SCALE$)
    else:
      seen = latents
      read0 = torch.scaled_dot_product_attention(q, k, v, None, $ATTENTION_DROPOUT$, False, scale=$SCALE$)
    if $ABSORBED$:
      moved = torch.reshape(read0, [batch, $HEADS$, queries, -1])
      outof = torch.reshape(torch.mul(value_weight, input_scale), [$HEADS$, -1, torch.size(normalised, 2)])
      added = torch.mv(value_weight, input_offset)
      if $BIASED$:
        added = torch.add(added, value_bias)
      else:
        added = added
      values = torch.matmul(moved, torch.transpose(outof, 1, 2))
      read1 = torch.add(values, torch.reshape(added, [$HEADS$, 1, -1]))
    else:
      read1 = read0
    if $ZERO_ROWS$:
      read = torch.mul(read1, seen)
    else:
      read = read1
    joined = torch.reshape(torch.transpose(read, 1, 2), [batch, queries, -1])
    z = torch.add(torch.linear(joined, output_weight, output_bias), latents)
    mlp_normed = torch.layer_norm(z, [channels], mlp_scale, mlp_offset, 1.0e-5)
    wide = torch.linear(mlp_normed, widen, widen_bias)
    if $GEGLU$:
      halves = torch.chunk(wide, 2, -1)
      hidden = torch.mul(halves[0], torch.gelu(halves[1]))
    else:
      hidden = torch.gelu(wide, approximate="$APPROXIMATE$")
    narrowed = torch.linear(hidden, narrow, narrow_bias)
    if $DROPS$:
      out = torch.dropout(narrowed, $DROPOUT$, True)
    else:
      out = narrowed
    return torch.add(out, z)
