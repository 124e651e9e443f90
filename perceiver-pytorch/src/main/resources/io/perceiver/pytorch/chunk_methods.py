  # Methods of scripts that work on an example's keys chunk by chunk, GROUPS of them side by side.
  def grouped(self: __torch__.Kernel,
    x: Tensor) -> Tensor:
    batch = torch.size(x, 0)
    rows = torch.size(x, 1)
    wide = torch.size(x, 2)
    copies = torch.expand(torch.unsqueeze(x, 1), [batch, $GROUPS$, rows, wide])
    return torch.reshape(copies, [torch.mul(batch, $GROUPS$), rows, wide])
  # The exponentials of products, which are held against the largest. Those of masked keys and of far
  # smaller ones would underflow, over which exp takes ten times as long, and gradients after it; e^-40
  # is as good as nothing beside 1, a million times too, and no gradient makes it underflow.
  def exponentials(self: __torch__.Kernel,
    x: Tensor,
    turned: Tensor) -> Tensor:
    return torch.exp_(torch.clamp_min_(torch.bmm(x, turned), -40.))
