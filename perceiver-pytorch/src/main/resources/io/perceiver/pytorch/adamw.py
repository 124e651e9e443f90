# One AdamW step over all parameters, in place.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    values: List[Tensor],
    gradients: List[Tensor],
    first_moments: List[Tensor],
    second_moments: List[Tensor],
    steps: List[Tensor],
    learning_rate: float,
    beta1: float,
    beta2: float,
    epsilon: float,
    weight_decay: float) -> int:
    torch._foreach_add_(steps, 1)
    torch._fused_adamw_(values, gradients, first_moments, second_moments, annotate(List[Tensor], []), steps, lr=learning_rate, beta1=beta1, beta2=beta2, weight_decay=weight_decay, eps=epsilon, amsgrad=False, maximize=False)
    return 0
