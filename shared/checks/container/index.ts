import { dockerApi } from './docker-api.ts';
import { kubeletApi } from './kubelet-api.ts';
import { kubernetesApi } from './kubernetes-api.ts';

export const containerChecks = {
  'container.docker-api': dockerApi,
  'container.kubelet-api': kubeletApi,
  'container.kubernetes-api': kubernetesApi,
};
