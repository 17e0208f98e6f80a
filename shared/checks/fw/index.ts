import { adminPortsSummary } from './admin-ports-summary.ts';

export const fwChecks = { 'fw.admin-ports-summary': adminPortsSummary };
