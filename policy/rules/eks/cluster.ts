export const clusterType = "aws:eks/cluster:Cluster";
