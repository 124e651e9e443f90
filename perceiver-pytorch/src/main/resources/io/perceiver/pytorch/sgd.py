# One step of gradient descent over all parameters, in place.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    values: List[Tensor],
    gradients: List[Tensor],
    velocities: List[Tensor],
    learning_rate: float,
    momentum: float,
    weight_decay: float) -> int:
    torch._fused_sgd_(values, gradients, velocities, weight_decay=weight_decay, momentum=momentum, lr=learning_rate, dampening=0., nesterov=False, maximize=False, is_first_step=False)
    return 0
