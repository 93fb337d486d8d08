import { type Fault, genauthAnswers } from '@mini-login/sandbox';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { Environment } from '../environment';

interface Texts {
  readonly en: string;
  readonly 'zh-CN': string;
}

interface Option {
  readonly value: string;
  readonly label: Texts;
  /** This sandbox's alone: a command that starts another one can't ask for it. */
  readonly isOnlyHere?: true;
}

interface Control {
  readonly id: string;
  readonly label: Texts;
  readonly options: readonly Option[];
  /** The page of another app has to be loaded. */
  readonly reloads?: true;
  /** Of the app in front. */
  read(environment: Environment): string;
  set(environment: Environment, value: string): void;
}

export interface ServerControls {
  /** Where they are read and set. */
  readonly path: string;
  /** With the app in front that was chosen. */
  inFront(): Environment;
}

const path = '/environment/controls';

/**
 * What the reader of the workbench may change about the sandbox: `GET` gives all choices, `POST
 * {id, value}` makes one.
 */
export function addServerControls(app: Hono, environment: () => Environment): ServerControls {
  const always = [signInControl(), tenantControl(), phoneServiceControl()];
  const choice: { appId?: string } = {};
  const controls = (): readonly Control[] =>
    environment().isHosted ? [appControl(environment(), choice), ...always] : always;
  const inFront = () => {
    const all = environment();
    return all.isHosted ? all.asApp(chosenApp(all, choice)) : all;
  };
  const list = () =>
    controls().map(({ read, set: _, ...control }) => ({ ...control, value: read(inFront()) }));

  app.get(path, (c) => c.json(list()));
  app.post(path, async (c) => {
    const { id, value } = z
      .strictObject({ id: z.string(), value: z.string() })
      .parse(await c.req.json());
    const control = controls().find((candidate) => candidate.id === id);
    if (!control?.options.some((option) => option.value === value))
      return c.text(`No control "${id}" with a choice "${value}"`, 400);
    control.set(inFront(), value);
    return c.json(list());
  });
  return { path, inFront };
}

/** Whose app opens a program that serves many, one that was added in the console a moment ago too. */
function appControl(environment: Environment, choice: { appId?: string }): Control {
  return {
    id: 'app',
    label: { en: 'The app that logs in', 'zh-CN': '发起登录的 App' },
    options: environment.apps().map(({ appId, name, isAdded }) => {
      const text = `${name} (${appId})`;
      const option = { value: appId, label: { en: text, 'zh-CN': text } };
      return isAdded ? { ...option, isOnlyHere: true } : option;
    }),
    reloads: true,
    read: () => chosenApp(environment, choice),
    set(_, value) {
      choice.appId = value;
    },
  };
}

/** The first where the one that was chosen is gone: another brand is on the phone. */
function chosenApp(environment: Environment, { appId }: { appId?: string }): string {
  const isThere = environment.apps().some((one) => one.appId === appId);
  return isThere && appId !== undefined ? appId : environment.app.appId;
}

const faults: Readonly<Record<string, { readonly label: Texts; readonly fault: Fault | null }>> = {
  none: { label: { en: 'as it should', 'zh-CN': '正常' }, fault: null },
  unreachable: {
    label: { en: 'not at all: unreachable', 'zh-CN': '连不上' },
    fault: { kind: 'reset' },
  },
  never: {
    label: { en: 'never: until the timeout', 'zh-CN': '不响应，直到超时' },
    fault: { kind: 'hang' },
  },
  html: {
    label: { en: 'with an HTML page', 'zh-CN': '返回 HTML 页面' },
    fault: { kind: 'html', status: 200 },
  },
  status: {
    label: { en: 'HTTP 502', 'zh-CN': 'HTTP 502' },
    fault: { kind: 'status', status: 502 },
  },
  throttled: {
    label: { en: 'statusCode 429: too many', 'zh-CN': 'statusCode 429：过于频繁' },
    fault: genauthAnswers.throttled,
  },
  codeExpired: {
    label: { en: 'code expired', 'zh-CN': 'code 已过期' },
    fault: genauthAnswers.codeExpired,
  },
  broken: {
    label: { en: 'statusCode 500', 'zh-CN': 'statusCode 500' },
    fault: genauthAnswers.broken,
  },
  emptySuccess: {
    label: { en: 'all well, but no tokens', 'zh-CN': '成功，但没有 token' },
    fault: genauthAnswers.emptySuccess,
  },
};

/** Every call that signs somebody in, until chosen otherwise. */
function signInControl(): Control {
  let chosen = 'none';
  return {
    id: 'sign-in',
    label: { en: 'GenAuth answers', 'zh-CN': 'GenAuth 的响应' },
    options: Object.entries(faults).map(([value, { label }]) => ({ value, label })),
    read: () => chosen,
    set({ sandbox: { genauth } }, value) {
      chosen = value;
      genauth.faults.clear();
      const fault = faults[value]?.fault;
      if (!fault) return;
      const paths = [
        '/api/v3/signin-by-mobile',
        '/api/v2/ecConn/wechatminiprogramapplaunch/authByCode',
        genauth.tenant.tickets.endpoint,
      ];
      for (const signIn of paths) genauth.faults.enqueue({ path: signIn, fault, times: 'always' });
    },
  };
}

function tenantControl(): Control {
  return {
    id: 'tenant',
    label: { en: 'New accounts', 'zh-CN': '新账号' },
    options: [
      { value: 'open', label: { en: 'are created', 'zh-CN': '自动创建' } },
      {
        value: 'loginOnly',
        label: { en: 'are not: login-only mode', 'zh-CN': '不创建：仅登录模式' },
      },
      {
        value: 'closed',
        label: { en: 'are not: registration disabled', 'zh-CN': '不创建：已关闭注册' },
      },
    ],
    read(environment) {
      const { app, connection } = environment.own();
      if (connection.loginOnly) return 'loginOnly';
      return app.registrationDisabled ? 'closed' : 'open';
    },
    set(environment, value) {
      const { app, connection } = environment.own();
      connection.loginOnly = value === 'loginOnly';
      app.registrationDisabled = value === 'closed';
    },
  };
}

function phoneServiceControl(): Control {
  return {
    id: 'phone-service',
    label: { en: 'WeChat’s phone number service', 'zh-CN': '微信手机号服务' },
    options: [
      { value: 'ok', label: { en: 'works', 'zh-CN': '正常' } },
      { value: 'no-quota', label: { en: 'is out of quota', 'zh-CN': '额度用完' } },
      { value: 'not-permitted', label: { en: 'is not permitted', 'zh-CN': '没有权限' } },
    ],
    read: ({ sandbox: { wechat } }) => wechat.program.phoneService,
    set({ sandbox: { wechat } }, value) {
      wechat.program.phoneService =
        value === 'no-quota' || value === 'not-permitted' ? value : 'ok';
    },
  };
}
