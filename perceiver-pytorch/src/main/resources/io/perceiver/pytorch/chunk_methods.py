  # A method of scripts that work on an example's keys chunk by chunk, GROUPS of them side by side.
  def grouped(self: __torch__.Kernel,
    x: Tensor) -> Tensor:
    batch = torch.size(x, 0)
    rows = torch.size(x, 1)
    wide = torch.size(x, 2)
    copies = torch.expand(torch.unsqueeze(x, 1), [batch, $GROUPS$, rows, wide])
    return torch.reshape(copies, [torch.mul(batch, $GROUPS$), rows, wide])
