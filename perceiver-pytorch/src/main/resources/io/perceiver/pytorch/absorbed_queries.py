# The questions of latents that read an input itself: neither keys nor values are made. With the
# normalised input n and x = n * scale + offset,
#   q . (Wk x + bk)   = ((q Wk) * scale) . n + terms that are equal for all keys and drop out,
# so each head's queries are mapped into the channels of n. Heads become queries:
# (batch, head * query, channel of n). What leaves a script is float32: DJL knows no bfloat16.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    latents: Tensor,
    norm_scale: Tensor,
    norm_offset: Tensor,
    input_scale: Tensor,
    query_weight: Tensor,
    query_bias: Tensor,
    key_weight: Tensor) -> Tensor:
    batch = torch.size(latents, 0)
    queries = torch.size(latents, 1)
    input_channels = torch.size(input_scale, 0)
    normed0 = torch.layer_norm(latents, [torch.size(latents, 2)], norm_scale, norm_offset, 1.0e-5)
    normed = torch.to(normed0, $PRODUCT$)
    weight = torch.to(query_weight, $PRODUCT$)
    if $BIASED$:
      q0 = torch.linear(normed, weight, torch.to(query_bias, $PRODUCT$))
    else:
      q0 = torch.linear(normed, weight)
    q = torch.transpose(torch.reshape(q0, [batch, queries, $HEADS$, -1]), 1, 2)
    scaled = torch.to(torch.mul(key_weight, input_scale), $PRODUCT$)
    into = torch.reshape(scaled, [$HEADS$, -1, input_channels])
    return torch.to(torch.reshape(torch.matmul(q, into), [batch, -1, input_channels]), 6)
