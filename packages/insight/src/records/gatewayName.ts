/**
 * The label that controllers put on all that they make for a Gateway; its value
 * is the Gateway's name.
 * https://gateway-api.sigs.k8s.io/geps/gep-1762/, read 2026-11-24
 */
export const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name';
