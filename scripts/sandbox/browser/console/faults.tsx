import { useState } from 'preact/hooks';
import type { FaultRule } from '../../contract/fault';
import { ask, useResource } from './api';
import { Section, Select, Text, useOutcome } from './fields';
import { words } from './words';

/** Where logins most often go wrong; any other path can be written. */
const TARGETS = [
  'wx.login',
  'getPhoneNumber',
  '/api/v3/signin-by-mobile',
  '/api/v2/ecConn/wechatminiprogramapplaunch/authByCode',
  '/oidc/token',
  '/sns/jscode2session',
  '/wxa/business/getuserphonenumber',
];

/** Each kind with an example of what it needs. */
const KINDS: Readonly<Record<string, string>> = {
  slow: '{"ms":8000}',
  hang: '',
  reset: '',
  tls: '',
  html: '{"status":502}',
  empty: '',
  truncated: '',
  'wrong-types': '',
  'wrong-status-code': '{"statusCode":299}',
  status: '{"status":500}',
  answer: '{"body":{}}',
  'api-code': '{"apiCode":1002}',
  'status-code': '{"statusCode":429}',
  errcode: '{"errcode":45011}',
  errMsg: '{"errMsg":"login:fail timeout","errno":5}',
  'expired-code': '',
  'used-code': '',
  skew: '{"ms":-3600000}',
};
const KIND_NAMES = Object.keys(KINDS).map((kind) => [kind, kind] as const);

export function Faults() {
  const [rules, reload] = useResource<readonly FaultRule[]>('/faults');
  const [target, setTarget] = useState('/api/v3/signin-by-mobile');
  const [kind, setKind] = useState('slow');
  const [details, setDetails] = useState(KINDS.slow ?? '');
  const [nth, setNth] = useState('1');
  const [times, setTimes] = useState('1');
  const { attempt, note } = useOutcome(reload);

  const choose = (next: string) => {
    setKind(next);
    setDetails(KINDS[next] ?? '');
  };
  const add = async () => {
    await attempt(async () => {
      const fault = { kind, ...JSON.parse(details || '{}') };
      const where = target.startsWith('/') ? { path: target } : { api: target };
      return ask('POST', '/faults', {
        ...where,
        fault,
        nth: Number(nth),
        times: times === 'always' ? times : Number(times),
      });
    });
  };
  const clear = () => void ask('DELETE', '/faults').then(reload);

  return (
    <Section id="faults" title={words.faults}>
      <article>
        {rules?.map((rule) => (
          <p key={JSON.stringify(rule)} class="rule">
            <code>{JSON.stringify(rule)}</code>
          </p>
        ))}
        <form
          class="row wide"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Text label={words.target} mono value={target} list={TARGETS} onChange={setTarget} />
          <Select label={words.kind} value={kind} options={KIND_NAMES} onChange={choose} />
          <Text label={words.details} mono value={details} onChange={setDetails} />
          <Text label={words.nth} mono value={nth} onChange={setNth} />
          <Text label={words.times} mono value={times} onChange={setTimes} />
          <button type="submit">{words.add}</button>
          <button type="button" class="quiet" onClick={clear}>
            {words.clear}
          </button>
        </form>
        {note}
      </article>
    </Section>
  );
}
