  # Methods of scripts with an MLP. Words between dollar signs become constants. What the products
  # multiply is of type PRODUCT.
  def mlp(self: __torch__.Kernel,
    x: Tensor,
    widen: Tensor,
    widen_bias: Tensor,
    narrow: Tensor,
    narrow_bias: Tensor) -> Tensor:
    given = torch.to(x, $PRODUCT$)
    if $GEGLU$:
      # Halves of the weights, and not of what they make: libtorch's GELU is far slower on rows with
      # gaps between them.
      weights = torch.chunk(torch.to(widen, $PRODUCT$), 2, 0)
      biases = torch.chunk(torch.to(widen_bias, $PRODUCT$), 2, 0)
      values = torch.linear(given, weights[0], biases[0])
      gates = torch.linear(given, weights[1], biases[1])
      if ops.prim.requires_grad(values):
        hidden = torch.mul(values, torch.gelu(gates))
      else:
        hidden = torch.mul_(values, torch.gelu_(gates))
    else:
      wide = torch.linear(given, torch.to(widen, $PRODUCT$), torch.to(widen_bias, $PRODUCT$))
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
