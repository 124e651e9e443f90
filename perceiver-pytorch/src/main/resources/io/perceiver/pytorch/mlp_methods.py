  # Methods of scripts with an MLP. Words between dollar signs become constants. What the products
  # multiply is of type PRODUCT.
  def mlp(self: __torch__.Kernel,
    x: Tensor,
    widen: Tensor,
    widen_bias: Tensor,
    narrow: Tensor,
    narrow_bias: Tensor) -> Tensor:
    given = torch.to(x, $PRODUCT$)
    wide = torch.linear(given, torch.to(widen, $PRODUCT$), torch.to(widen_bias, $PRODUCT$))
    if $GEGLU$:
      halves = torch.chunk(wide, 2, -1)
      hidden = torch.mul(halves[0], torch.gelu(halves[1]))
    else:
      hidden = torch.gelu(wide, approximate="$APPROXIMATE$")
    narrowed = torch.linear(hidden, torch.to(narrow, $PRODUCT$), torch.to(narrow_bias, $PRODUCT$))
    if $DROPS$:
      result = torch.dropout(narrowed, $DROPOUT$, True)
    else:
      result = narrowed
    return result
  def mlp_layer(self: __torch__.Kernel,
    z: Tensor,
    scale: Tensor,
    offset: Tensor,
    widen: Tensor,
    widen_bias: Tensor,
    narrow: Tensor,
    narrow_bias: Tensor) -> Tensor:
    normed = torch.layer_norm(z, [torch.size(z, -1)], scale, offset, 1.0e-5)
    return torch.add((self).mlp(normed, widen, widen_bias, narrow, narrow_bias, ), z)
