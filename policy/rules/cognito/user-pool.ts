export const userPoolType = "aws:cognito/userPool:UserPool";
