/** What the service made for itself once: `order-key` (Ed25519, PEM), `auth-secret`. */
export interface SettingTable {
  key: string;
  value: string;
}
