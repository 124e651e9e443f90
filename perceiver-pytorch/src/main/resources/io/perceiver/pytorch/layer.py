# A whole layer: norm, attention with its projections, residual, norm, MLP, residual.
# Words between dollar signs become constants. Tensors that are not used are given as any tensor.
# What matrix products multiply is of type PRODUCT; norms, residuals and the result are float32, and
# libtorch's attention adds up and normalises in float32 whatever it multiplies.
#
# Latents that read other elements (CROSS) get those normalised, without scale and offset: these go
# into the weights.
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
    normed0 = torch.layer_norm(latents, [channels], norm_scale, norm_offset, 1.0e-5)
    normed = torch.to(normed0, $PRODUCT$)
    to_queries = torch.to(query_weight, $PRODUCT$)
    if $BIASED$:
      q0 = torch.linear(normed, to_queries, torch.to(query_bias, $PRODUCT$))
    else:
      q0 = torch.linear(normed, to_queries)
    q = torch.transpose(torch.reshape(q0, [batch, queries, $HEADS$, -1]), 1, 2)
    if $CROSS$:
      source = torch.to(normalised, $PRODUCT$)
      kw = torch.to(torch.mul(key_weight, input_scale), $PRODUCT$)
      vw = torch.to(torch.mul(value_weight, input_scale), $PRODUCT$)
      kb = torch.mv(key_weight, input_offset)
      vb = torch.mv(value_weight, input_offset)
      if $BIASED$:
        k0 = torch.linear(source, kw, torch.to(torch.add(kb, key_bias), $PRODUCT$))
        v0 = torch.linear(source, vw, torch.to(torch.add(vb, value_bias), $PRODUCT$))
      else:
        k0 = torch.linear(source, kw, torch.to(kb, $PRODUCT$))
        v0 = torch.linear(source, vw, torch.to(vb, $PRODUCT$))
    else:
      source = normed
      kw = torch.to(key_weight, $PRODUCT$)
      vw = torch.to(value_weight, $PRODUCT$)
      if $BIASED$:
        k0 = torch.linear(source, kw, torch.to(key_bias, $PRODUCT$))
        v0 = torch.linear(source, vw, torch.to(value_bias, $PRODUCT$))
      else:
        k0 = torch.linear(source, kw)
        v0 = torch.linear(source, vw)
    keys = torch.size(source, 1)
    k = torch.transpose(torch.reshape(k0, [batch, keys, $HEADS$, -1]), 1, 2)
    v = torch.transpose(torch.reshape(v0, [batch, keys, $HEADS$, -1]), 1, 2)
    if $MASKED$:
      # A query whose keys are all masked gets logits and bias of zero: a uniform row that sends no
      # gradient into its logits. (A bias of -1e30 there would drown the row's log-sum-exp.)
      seen = torch.to(torch.reshape(torch.any(mask, 1), [batch, 1, 1, 1]), $PRODUCT$)
      real = torch.to(torch.reshape(mask, [batch, 1, 1, keys]), $PRODUCT$)
      bias = torch.mul(torch.mul(torch.sub(real, 1.), 1.0e30), seen)
      bias = torch.expand(bias, [batch, torch.size(q, 1), torch.size(q, 2), keys])
      read0 = torch.scaled_dot_product_attention(torch.mul(q, seen), k, v, bias, $ATTENTION_DROPOUT$, False, scale=$SCALE$)
    else:
      seen = latents
      read0 = torch.scaled_dot_product_attention(q, k, v, None, $ATTENTION_DROPOUT$, False, scale=$SCALE$)
    if $ZERO_ROWS$:
      read = torch.mul(read0, seen)
    else:
      read = read0
    joined = torch.to(torch.reshape(torch.transpose(read, 1, 2), [batch, queries, -1]), $PRODUCT$)
    output = torch.linear(joined, torch.to(output_weight, $PRODUCT$), torch.to(output_bias, $PRODUCT$))
    z = torch.add(output, latents)
    return (self).mlp_layer(z, mlp_scale, mlp_offset, widen, widen_bias, narrow, narrow_bias, )
