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
    # the kernel for CPUs takes the last axis to be dense without a look
    q0 = torch.contiguous(torch.unsqueeze(torch.to(queries, $PRODUCT$), 1))
    n = torch.contiguous(torch.unsqueeze(torch.to(normalised, $PRODUCT$), 1))
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
    return (torch.to(torch.squeeze(read, 1), 6), torch.squeeze(sums, 1))
