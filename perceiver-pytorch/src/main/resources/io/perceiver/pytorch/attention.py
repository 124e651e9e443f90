# Multi-head attention with its projections. Words between dollar signs become constants.
# Biases and the mask that are not used are given as any tensor. What the products multiply is of
# type PRODUCT; the result is float32.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    query: Tensor,
    key_value: Tensor,
    query_weight: Tensor,
    key_weight: Tensor,
    value_weight: Tensor,
    output_weight: Tensor,
    output_bias: Tensor,
    query_bias: Tensor,
    key_bias: Tensor,
    value_bias: Tensor,
    mask: Tensor) -> Tensor:
    batch = torch.size(query, 0)
    queries = torch.size(query, 1)
    keys = torch.size(key_value, 1)
    asking = torch.to(query, $PRODUCT$)
    source = torch.to(key_value, $PRODUCT$)
    qw = torch.to(query_weight, $PRODUCT$)
    kw = torch.to(key_weight, $PRODUCT$)
    vw = torch.to(value_weight, $PRODUCT$)
    if $BIASED$:
      q0 = torch.linear(asking, qw, torch.to(query_bias, $PRODUCT$))
      k0 = torch.linear(source, kw, torch.to(key_bias, $PRODUCT$))
      v0 = torch.linear(source, vw, torch.to(value_bias, $PRODUCT$))
    else:
      q0 = torch.linear(asking, qw)
      k0 = torch.linear(source, kw)
      v0 = torch.linear(source, vw)
    q = torch.transpose(torch.reshape(q0, [batch, queries, $HEADS$, -1]), 1, 2)
    k = torch.transpose(torch.reshape(k0, [batch, keys, $HEADS$, -1]), 1, 2)
    v = torch.transpose(torch.reshape(v0, [batch, keys, $HEADS$, -1]), 1, 2)
    if $MASKED$:
      # A query whose keys are all masked gets logits and bias of zero: a uniform row that sends no
      # gradient into its logits. (A bias of -1e30 there would drown the row's log-sum-exp.)
      seen = torch.to(torch.reshape(torch.any(mask, 1), [batch, 1, 1, 1]), $PRODUCT$)
      real = torch.to(torch.reshape(mask, [batch, 1, 1, keys]), $PRODUCT$)
      bias = torch.mul(torch.mul(torch.sub(real, 1.), 1.0e30), seen)
      bias = torch.expand(bias, [batch, $HEADS$, queries, keys])
      read = torch.scaled_dot_product_attention(torch.mul(q, seen), k, v, bias, $DROPOUT$)
      if $ZERO_ROWS$:
        read = torch.mul(read, seen)
      else:
        read = read
    else:
      read = torch.scaled_dot_product_attention(q, k, v, None, $DROPOUT$)
    joined = torch.reshape(torch.transpose(read, 1, 2), [batch, queries, -1])
    output = torch.linear(joined, torch.to(output_weight, $PRODUCT$), torch.to(output_bias, $PRODUCT$))
    return torch.to(output, 6)
