/** The launch contract's parameters. */
export const parameters: Readonly<Record<string, string>> = {
  v: 'contract version',
  app: 'GenAuth application',
  conn: 'identity source',
  return: 'what the app wants back',
  state: 'echoed back; the app compares it',
  phone: 'how much the app insists on the number',
  scope: 'OIDC scopes',
  key: 'the app’s one-time public key: asks for a sealed result',
  lang: 'language',
  userPoolId: 'user pool (older contract)',
  getPhone: 'ask for the number (older contract)',
  fromApp: 'opened by an app (older contract)',
  useSelfWxapp: 'the tenant’s own program (older contract)',
};
