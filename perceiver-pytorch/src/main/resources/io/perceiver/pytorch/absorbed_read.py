# What queries in the input's channels read: softmax(q . n) n, and, where LOG_SUMS, the logarithm of
# each row's sum of exponentials, (batch, query), which the backward pass needs. Products are of type
# PRODUCT, results float32.
#
# A query whose keys are all masked gets logits and bias of zero: a uniform row that sends no
# gradient into its logits. (A bias of -1e30 there would drown the row's log-sum-exp.)
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    queries: Tensor,
    normalised: Tensor,
    mask: Tensor) -> Tuple[Tensor, Tensor]:
    done = False
    read0 = queries
    sums0 = queries
    if $CHUNKED$:
      if torch.__not__(torch.__or__(ops.prim.requires_grad(queries), ops.prim.requires_grad(normalised))):
        if (self).sampled(mask, ):
          read0, sums0, done = (self).chunks(queries, normalised, mask, )
    if done:
      read = read0
      sums = sums0
    else:
      read, sums = (self).fused(queries, normalised, mask, )
    return (read, sums)
  # By libtorch's operator.
  def fused(self: __torch__.Kernel,
    queries: Tensor,
    normalised: Tensor,
    mask: Tensor) -> Tuple[Tensor, Tensor]:
    queries0 = torch.to(queries, $PRODUCT$)
    normalised0 = torch.to(normalised, $PRODUCT$)
    # autograd would keep what is widened, and GPUs have kernels of their own for such channels
    kept = torch.__or__(ops.prim.requires_grad(queries), ops.prim.requires_grad(normalised))
    if torch.__or__(kept, ops.prim.is_cuda(queries)):
      queries1 = queries0
      normalised1 = normalised0
    else:
      queries1 = (self).widened(queries0, )
      normalised1 = (self).widened(normalised0, )
    # the kernel for CPUs takes the last axis to be dense without a look
    q0 = torch.contiguous(torch.unsqueeze(queries1, 1))
    n = torch.contiguous(torch.unsqueeze(normalised1, 1))
    if $MASKED$:
      batch = torch.size(q0, 0)
      keys = torch.size(n, 2)
      seen = torch.to(torch.reshape(torch.any(mask, 1), [batch, 1, 1, 1]), $PRODUCT$)
      real = torch.to(torch.reshape(mask, [batch, 1, 1, keys]), $PRODUCT$)
      bias0 = torch.mul(torch.mul(torch.sub(real, 1.), 1.0e30), seen)
      bias = torch.expand(bias0, [batch, 1, torch.size(q0, 2), keys])
      q = torch.mul(q0, seen)
      if $LOG_SUMS$:
        read, sums = torch._scaled_dot_product_flash_attention_for_cpu(q, n, n, 0., False, attn_mask=bias, scale=$SCALE$)
      else:
        read = torch.scaled_dot_product_attention(q, n, n, bias, 0., False, scale=$SCALE$)
        sums = read
    else:
      q = q0
      if $LOG_SUMS$:
        read, sums = torch._scaled_dot_product_flash_attention_for_cpu(q, n, n, 0., False, attn_mask=None, scale=$SCALE$)
      else:
        read = torch.scaled_dot_product_attention(q, n, n, None, 0., False, scale=$SCALE$)
        sums = read
    narrow = torch.slice(torch.squeeze(read, 1), 2, 0, torch.size(queries, 2))
    return (torch.to(narrow, 6), torch.squeeze(sums, 1))
  # Whether the sample that chunks() takes has a real key of every example that has one: else sums
  # would overflow, as where a short sound lies beside a long picture that is absent.
  def sampled(self: __torch__.Kernel,
    mask: Tensor) -> bool:
    if $MASKED$:
      some = torch.slice(mask, 1, 0, torch.size(mask, 1), (self).stride(torch.size(mask, 1), ))
      result = torch.equal(torch.any(mask, 1), torch.any(some, 1))
    else:
      result = True
    return result
  # Keys from one of the sample to the next.
  def stride(self: __torch__.Kernel,
    keys: int) -> int:
    return torch.floordiv(torch.add(keys, 511), 512)
  # Long inputs, of which libtorch's operator reads every key again for each few queries. Logits are
  # not held against the largest so far, but against the largest of a sample of the keys: one pass
  # less over the weights, and nothing is lost as long as none lies 69 above the sample's largest.
  # Where sums show that one is, or that logits are so large that rounding alone makes even the
  # sample's largest vanish, the last of the results is False, and the others are of no use.
  #
  # Queries get more channels, the shift and the mask's 1, and the input 1 and the mask's bias; so one
  # product gives whole logits, to base 2, and the other the rows and their sums.
  def chunks(self: __torch__.Kernel,
    queries: Tensor,
    normalised: Tensor,
    mask: Tensor) -> Tuple[Tensor, Tensor, bool]:
    batch = torch.size(queries, 0)
    keys = torch.size(normalised, 1)
    channels = torch.size(normalised, 2)
    if $MASKED$:
      seen = torch.to(torch.reshape(torch.any(mask, 1), [batch, 1, 1]), 6)
      real = torch.to(torch.unsqueeze(mask, -1), 6)
      bias = torch.mul(torch.mul(torch.sub(real, 1.), 1.0e30), seen)
      scaled = torch.mul(torch.mul(queries, seen), $BASE_2_SCALE$)
      beside = torch.cat([torch.ones_like(bias), bias], -1)
      flag = torch.ones_like(torch.slice(scaled, 2, 0, 1))
      asking = (self).widened(torch.cat([scaled, torch.zeros_like(flag), flag], -1), )
    else:
      scaled = torch.mul(queries, $BASE_2_SCALE$)
      beside = torch.ones([batch, keys, 1], dtype=6, device=ops.prim.device(queries))
      asking = (self).widened(torch.cat([scaled, torch.zeros_like(torch.slice(scaled, 2, 0, 1))], -1), )
    wide = torch.size(asking, 2)
    filled = torch.add(channels, torch.size(beside, 2))
    every = (self).stride(keys, )
    some = torch.cat([torch.slice(normalised, 1, 0, keys, every), torch.slice(beside, 1, 0, keys, every)], -1)
    sample = (self).widened(some, )
    largest = torch.amax(torch.bmm(asking, torch.transpose(sample, 1, 2)), [-1], True)
    shift = torch.copy_(torch.slice(asking, 2, channels, torch.add(channels, 1)), torch.neg(largest))
    groups = (self).grouped(asking, )
    totals = torch.zeros_like(groups)
    step = $STEP$
    whole = torch.floordiv(keys, step)
    part = torch.zeros([batch, step, wide], dtype=6, device=ops.prim.device(queries))
    part_channels = torch.slice(part, 2, 0, channels)
    part_beside = torch.fill_(torch.slice(part, 2, channels, filled), 1.)
    n = torch.reshape(part, [torch.mul(batch, $GROUPS$), $CHUNK$, wide])
    turned = torch.transpose(n, 1, 2)
    for i in range(whole):
      start = torch.mul(i, step)
      end = torch.add(start, step)
      these = torch.copy_(part_channels, torch.slice(normalised, 1, start, end))
      if $MASKED$:
        those = torch.copy_(part_beside, torch.slice(beside, 1, start, end))
      added = torch.baddbmm_(totals, (self).exponentials(groups, turned, 1000., ), n)
    total = torch.sum(torch.reshape(totals, [batch, $GROUPS$, -1, wide]), [1])
    done = torch.mul(whole, step)
    if torch.lt(done, keys):
      rest = torch.cat([torch.slice(normalised, 1, done, keys), torch.slice(beside, 1, done, keys)], -1)
      last = (self).widened(rest, )
      added = torch.baddbmm_(total, (self).exponentials(asking, torch.transpose(last, 1, 2), 1000., ), last)
    sums = torch.slice(total, 2, channels, torch.add(channels, 1))
    read = torch.div(torch.slice(total, 2, 0, channels), sums)
    logs = torch.squeeze(torch.add(torch.mul(largest, $LN_2$), torch.log(sums)), -1)
    fits = torch.__and__(torch.gt(torch.min(sums), 0.01), torch.lt(torch.max(sums), 1.0e30))
    return (read, logs, bool(fits))
