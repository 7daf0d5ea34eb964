export const repositoryType = "aws:ecr/repository:Repository";
