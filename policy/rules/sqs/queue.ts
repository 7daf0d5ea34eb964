export const queueType = "aws:sqs/queue:Queue";
export const queuePolicyType = "aws:sqs/queuePolicy:QueuePolicy";
