  # Methods of scripts that work on an example's keys chunk by chunk, GROUPS of them side by side.
  def grouped(self: __torch__.Kernel,
    x: Tensor) -> Tensor:
    batch = torch.size(x, 0)
    rows = torch.size(x, 1)
    wide = torch.size(x, 2)
    copies = torch.expand(torch.unsqueeze(x, 1), [batch, $GROUPS$, rows, wide])
    return torch.reshape(copies, [torch.mul(batch, $GROUPS$), rows, wide])
  # 2 to the power of products, which are logits times log2 e, held against a large one: libtorch raises 2
  # faster than e. Those of masked keys and of far smaller ones would underflow, over which that takes ten
  # times as long, and gradients after it; 2^-57 = e^-40 is as good as nothing beside 1, also of a million
  # keys together. Where products are at most 0 but for rounding, most is 0.
  def exponentials(self: __torch__.Kernel,
    x: Tensor,
    turned: Tensor,
    most: float) -> Tensor:
    return torch.exp2_(torch.clamp_(torch.bmm(x, turned), -57., most))
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
