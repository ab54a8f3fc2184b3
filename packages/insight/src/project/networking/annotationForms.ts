// Forms of values of `service.beta.kubernetes.io/azure-*` annotations.

export const NAME = /^[A-Za-z0-9_][-_.()A-Za-z0-9]{0,252}$/;
export const WORD = /^[-\w.:/()*]{1,253}$/;
export const ADDRESS =
  /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)$/;
export const RANGE =
  /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:\/\d{1,3})?$/;
export const ARM_ID = /^\/subscriptions\/[-\w./()]{1,1000}$/i;
// learn.microsoft.com/rest/api/virtualnetwork/public-ip-addresses, domainNameLabel
export const DNS_LABEL = /^[a-z][-a-z0-9]{1,61}[a-z0-9]$/;
export const HOST = /^[-A-Za-z0-9]{1,63}(?:\.[-A-Za-z0-9]{1,63})*$/;
export const PATH = /^\/[-\w.~!$&'()*+,;=:@%/]{0,253}$/;
export const TAG = /^[^,=\s][^,=]{0,127}=[^,]{0,256}$/;
