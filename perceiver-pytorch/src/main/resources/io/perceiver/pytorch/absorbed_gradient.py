# The gradients of what absorbed_read.py gives: of the queries and, where LEARNS, of the input.
# libtorch's own backward pass makes three gradients, the keys', the values' and the queries', and
# runs on one thread where there is one head and one example.
#
# With weights p = exp(q . n - log sum), the gradient g of the results r, and d = g . r:
#   ds = p * (g . n - d),  dq = ds n,  dn = ds' q + p' g.
# Queries, times log2 e, get two more channels, -log2 sum and the mask's 1, gradients get -d and 0,
# and the input 1 and the mask's bias; so each matrix product gives whole logits, and no weights of
# more than GROUPS * CHUNK keys of an example are there at a time. Groups are products side by side.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    queries: Tensor,
    normalised: Tensor,
    mask: Tensor,
    sums: Tensor,
    read: Tensor,
    gradient: Tensor) -> Tuple[Tensor, Tensor]:
    batch = torch.size(queries, 0)
    keys = torch.size(normalised, 1)
    channels = torch.size(normalised, 2)
    shift = torch.div(torch.unsqueeze(sums, -1), torch.neg($LN_2$))
    inner = torch.neg(torch.sum(torch.mul(gradient, read), [-1], True))
    if $MASKED$:
      seen = torch.to(torch.reshape(torch.any(mask, 1), [batch, 1, 1]), 6)
      real = torch.to(torch.unsqueeze(mask, -1), 6)
      bias = torch.mul(torch.mul(torch.sub(real, 1.), 1.0e30), seen)
      scaled = torch.mul(torch.mul(queries, seen), $BASE_2_SCALE$)
      q = (self).widened(torch.cat([scaled, shift, torch.ones_like(shift)], -1), )
      g = (self).widened(torch.cat([gradient, inner, torch.zeros_like(inner)], -1), )
      beside = torch.cat([torch.ones_like(bias), bias], -1)
    else:
      seen = queries
      q = (self).widened(torch.cat([torch.mul(queries, $BASE_2_SCALE$), shift], -1), )
      g = (self).widened(torch.cat([gradient, inner], -1), )
      beside = torch.ones([batch, keys, 1], dtype=6, device=ops.prim.device(queries))
    wide = torch.size(q, 2)
    filled = torch.add(channels, torch.size(beside, 2))
    if $LEARNS$:
      dn = torch.empty_like(normalised)
    else:
      dn = queries
    dq_groups = torch.zeros([torch.mul(batch, $GROUPS$), torch.size(q, 1), wide], dtype=6, device=ops.prim.device(queries))
    q_groups = (self).grouped(q, )
    g_groups = (self).grouped(g, )
    step = $STEP$
    whole = torch.floordiv(keys, step)
    part_input = torch.zeros([batch, step, wide], dtype=6, device=ops.prim.device(queries))
    part_channels = torch.slice(part_input, 2, 0, channels)
    part_beside = torch.fill_(torch.slice(part_input, 2, channels, filled), 1.)
    n = torch.reshape(part_input, [torch.mul(batch, $GROUPS$), $CHUNK$, wide])
    for i in range(whole):
      start = torch.mul(i, step)
      end = torch.add(start, step)
      these = torch.copy_(part_channels, torch.slice(normalised, 1, start, end))
      if $MASKED$:
        masked = torch.copy_(part_beside, torch.slice(beside, 1, start, end))
      dn_part = (self).part(q_groups, g_groups, n, dq_groups, )
      if $LEARNS$:
        into = torch.slice(dn, 1, start, end)
        copied = torch.copy_(into, torch.slice(torch.reshape(dn_part, [batch, step, wide]), 2, 0, channels))
    dq0 = torch.sum(torch.reshape(dq_groups, [batch, $GROUPS$, -1, wide]), [1])
    done = torch.mul(whole, step)
    if torch.lt(done, keys):
      rest = torch.cat([torch.slice(normalised, 1, done, keys), torch.slice(beside, 1, done, keys)], -1)
      last = (self).widened(rest, )
      dn_part = (self).part(q, g, last, dq0, )
      if $LEARNS$:
        into = torch.slice(dn, 1, done, keys)
        copied = torch.copy_(into, torch.slice(dn_part, 2, 0, channels))
    dq1 = torch.mul(torch.slice(dq0, 2, 0, channels), $SCALE$)
    if $MASKED$:
      dq = torch.mul(dq1, seen)
    else:
      dq = dq1
    return (dq, dn)
  # Adds to dq what these keys give, and returns their own gradient.
  def part(self: __torch__.Kernel,
    q: Tensor,
    g: Tensor,
    n: Tensor,
    dq: Tensor) -> Tensor:
    turned = torch.transpose(n, 1, 2)
    p = (self).exponentials(q, turned, 0., )
    ds = torch.mul_(torch.bmm(g, turned), p)
    added = torch.baddbmm_(dq, ds, n)
    if $LEARNS$:
      values = torch.bmm(torch.transpose(p, 1, 2), g)
      dn = torch.baddbmm_(values, torch.transpose(ds, 1, 2), q, alpha=$LN_2$)
    else:
      dn = added
    return dn
