  # Methods of scripts that work on an example's keys chunk by chunk, GROUPS of them side by side.
  def grouped(self: __torch__.Kernel,
    x: Tensor) -> Tensor:
    batch = torch.size(x, 0)
    rows = torch.size(x, 1)
    wide = torch.size(x, 2)
    copies = torch.expand(torch.unsqueeze(x, 1), [batch, $GROUPS$, rows, wide])
    return torch.reshape(copies, [torch.mul(batch, $GROUPS$), rows, wide])
  # The exponentials of products, which are held against the largest, to base 2: q . n comes times log2 e,
  # as libtorch raises 2 faster than e. Those of masked keys and of far smaller ones would underflow, over
  # which that takes ten times as long, and gradients after it; 2^-57 = e^-40 is as good as nothing beside 1,
  # a million times too, and no gradient makes it underflow.
  def exponentials(self: __torch__.Kernel,
    x: Tensor,
    turned: Tensor) -> Tensor:
    return torch.exp2_(torch.clamp_min_(torch.bmm(x, turned), -57.))
  # More channels of zeros, up to a multiple of 8: matrix products of 30 channels take up to twice as long as
  # those of 32.
  def widened(self: __torch__.Kernel,
    x: Tensor) -> Tensor:
    channels = torch.size(x, -1)
    missing = torch.remainder(torch.neg(channels), 8)
    if torch.eq(missing, 0):
      result = x
    else:
      result = torch.constant_pad_nd(x, [0, missing])
    return result
