/**
 * The channel of the signals service on which the backend says that something
 * changed. It is heard by every signed-in user, so it says nothing else.
 *
 * @public
 */
export const AKS_SIGNAL_CHANNEL = 'aks';

/**
 * A "changed" signal. Views list the opaque scopes they were made of.
 *
 * @public
 */
export interface ChangedSignal {
  type: 'changed';
  scopes: string[];
  [key: string]: string | string[];
}
