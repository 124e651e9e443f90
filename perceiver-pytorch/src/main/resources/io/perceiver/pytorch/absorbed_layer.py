# The rest of a layer after absorbed_read.py: what the heads read becomes their values,
#   sum p (Wv x + bv) = Wv ((sum p n) * scale + offset) + bv,   as the weights p sum to one,
# then output, residual, and the MLP with its norm and residual.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    read: Tensor,
    latents: Tensor,
    mask: Tensor,
    input_scale: Tensor,
    input_offset: Tensor,
    value_weight: Tensor,
    value_bias: Tensor,
    output_weight: Tensor,
    output_bias: Tensor,
    mlp_scale: Tensor,
    mlp_offset: Tensor,
    widen: Tensor,
    widen_bias: Tensor,
    narrow: Tensor,
    narrow_bias: Tensor) -> Tensor:
    batch = torch.size(latents, 0)
    queries = torch.size(latents, 1)
    input_channels = torch.size(input_scale, 0)
    heads = torch.to(torch.reshape(read, [batch, $HEADS$, queries, input_channels]), $PRODUCT$)
    scaled = torch.to(torch.mul(value_weight, input_scale), $PRODUCT$)
    outof = torch.reshape(scaled, [$HEADS$, -1, input_channels])
    added0 = torch.mv(value_weight, input_offset)
    if $BIASED$:
      added = torch.add(added0, value_bias)
    else:
      added = added0
    values0 = torch.matmul(heads, torch.transpose(outof, 1, 2))
    values1 = torch.add(values0, torch.reshape(added, [$HEADS$, 1, -1]))
    if $ZERO_ROWS$:
      seen = torch.to(torch.reshape(torch.any(mask, 1), [batch, 1, 1, 1]), 6)
      values = torch.mul(values1, seen)
    else:
      values = values1
    joined = torch.to(torch.reshape(torch.transpose(values, 1, 2), [batch, queries, -1]), $PRODUCT$)
    output = torch.linear(joined, torch.to(output_weight, $PRODUCT$), torch.to(output_bias, $PRODUCT$))
    z = torch.add(output, latents)
    return (self).mlp_layer(z, mlp_scale, mlp_offset, widen, widen_bias, narrow, narrow_bias, )
