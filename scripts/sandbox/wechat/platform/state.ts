/** What a third-party platform has uploaded, as WeChat's compiler sees it. */
export interface TemplateCode {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly mainBytes: number;
  readonly totalBytes: number;
  /** The location APIs that the code calls, as `getLocation`. */
  readonly privateApis: readonly string[];
}

/** In the draft box: one for each development mini program, the last that it uploaded. */
export interface Draft {
  readonly draft_id: number;
  /** s since 1970. */
  readonly create_time: number;
  readonly user_version: string;
  readonly user_desc: string;
  readonly source_miniprogram_appid: string;
  readonly source_miniprogram: string;
  readonly developer: string;
  readonly code: TemplateCode;
}

/** Kept: another draft takes nobody's place. */
export interface Template extends Draft {
  readonly template_id: number;
  /** 0: an ordinary one, 1: a standard one. */
  readonly template_type: 0 | 1;
}

/** What was committed to a mini program: its trial version. */
export interface Trial {
  readonly version: string;
  readonly description: string;
  /** ms since 1970. */
  readonly at: number;
  readonly templateId: number;
  readonly extJson: string;
  readonly pages: readonly string[];
  /** What the check will find, once it is over. */
  readonly withoutAuth: readonly string[];
  readonly withoutConf: readonly string[];
}

/** 0: approved, 1: rejected, 2: under review, 3: withdrawn, 4: delayed. */
export type AuditStatus = 0 | 1 | 2 | 3 | 4;

export interface Audit {
  readonly id: number;
  readonly trial: Trial;
  /** ms since 1970. */
  readonly at: number;
  readonly status: AuditStatus;
  /** Of a rejection or a delay. */
  readonly reason: string;
  readonly released: boolean;
}

/** A version that is or was live. */
export interface LiveVersion {
  /** `app_version`. */
  readonly id: number;
  readonly trial: Trial;
  /** ms since 1970. */
  readonly at: number;
}

export const DOMAIN_KINDS = [
  'requestdomain',
  'wsrequestdomain',
  'uploaddomain',
  'downloaddomain',
  'udpdomain',
  'tcpdomain',
] as const;

export type Domains = Readonly<Record<(typeof DOMAIN_KINDS)[number], readonly string[]>>;

export interface PrivacySetting {
  readonly owner_setting: Readonly<Record<string, string>>;
  readonly setting_list: readonly {
    readonly privacy_key: string;
    readonly privacy_text: string;
  }[];
  /** Of plug-ins and SDKs. */
  readonly sdk_privacy_info_list: readonly unknown[];
  /** s since 1970. */
  readonly update_time: number;
}

export interface Category {
  readonly first_class: string;
  readonly first_id: number;
  readonly second_class: string;
  readonly second_id: number;
  /** Of the services that have a third level. */
  readonly third_class?: string | undefined;
  readonly third_id?: number | undefined;
}

/** A mini program that has given the platform the right to develop it (set 18). */
export interface Tenant {
  readonly authorised: boolean;
  /** Whether its name, icon and introduction are there. */
  readonly named: boolean;
  readonly categories: readonly Category[];
  /** The location APIs that it may use. */
  readonly privateApis: readonly string[];
  /** Whether WeChat takes submissions of it. */
  readonly maySubmit: boolean;
  readonly trial: Trial | null;
  /** The last one last. */
  readonly audits: readonly Audit[];
  /** The live one last; six at most: it, and five to go back to. */
  readonly live: readonly LiveVersion[];
  /** A version that was gone back to can't be gone back from. */
  readonly reverted: boolean;
  /** What the platform has declared for it. */
  readonly domains: Domains;
  /** Request domains that its owner has declared: the next release drops them. */
  readonly ownDomains: readonly string[];
  /** ms since 1970, of each change of domains; and of each submission that was withdrawn. */
  readonly domainChanges: readonly number[];
  readonly undone: readonly number[];
  readonly privacy: { readonly draft: PrivacySetting | null; readonly live: PrivacySetting | null };
  /** How often each was accepted. */
  readonly accepted: { readonly commit: number; readonly submit: number; readonly release: number };
}

export const newTenant: Tenant = {
  authorised: true,
  named: true,
  categories: [{ first_class: '工具', first_id: 287, second_class: '信息查询', second_id: 620 }],
  privateApis: [],
  maySubmit: true,
  trial: null,
  audits: [],
  live: [],
  reverted: false,
  domains: {
    requestdomain: [],
    wsrequestdomain: [],
    uploaddomain: [],
    downloaddomain: [],
    udpdomain: [],
    tcpdomain: [],
  },
  ownDomains: [],
  domainChanges: [],
  undone: [],
  privacy: { draft: null, live: null },
  accepted: { commit: 0, submit: 0, release: 0 },
};

/** WeChat documents few of these numbers; those that it doesn't are the double's own. */
export interface PlatformSettings {
  /** Until the check of a commit is over; WeChat says to wait a minute. */
  readonly checkSeconds: number;
  /** Until a mini program takes another commit (9402202). */
  readonly commitSeconds: number;
  /** Until a submission is decided, and how; null: `PUT /sandbox/platform/tenants/:appid/review` decides. */
  readonly review: {
    readonly seconds: number;
    readonly status: 0 | 1 | 4;
    readonly reason: string;
  } | null;
  /** Submissions a month, of all mini programs together (85085). */
  readonly auditLimit: number;
  /** Of one endpoint, by all mini programs together (45011). */
  readonly callsPerMinute: number;
  /** Of one endpoint, for one mini program (45009). */
  readonly callsPerDay: number;
  /** What the platform has registered: tenants' domains are of these. */
  readonly serverDomains: readonly string[];
}

export const standardSettings: PlatformSettings = {
  checkSeconds: 60,
  commitSeconds: 1,
  review: null,
  auditLimit: 1_000,
  callsPerMinute: 600,
  callsPerDay: 1_000,
  serverDomains: [],
};
