/** What an app can ask to get back; docs/host-app.md describes each. */
export type Contract = 'session' | 'codes' | 'ticket';

export type PhonePolicy = 'required' | 'optional' | 'none';
