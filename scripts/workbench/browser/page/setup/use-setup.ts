import type { PhoneDevice } from '@mini-login/simulator/contract';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BrandState } from '../../../brand-state';
import { useContractChoice } from '../contract-choice';
import { useBrand } from '../controls/use-brand';
import { unusualServers, useServers } from '../controls/use-servers';
import { useSheetPolicy } from '../controls/use-sheet-policy';
import { type HostContract, hostContracts } from '../host-contracts';
import { askedBy, scenarioIn, withoutScenario, withScenario } from '../scenarios/address';
import type { ScenarioName } from '../scenarios/scenarios';
import type { WorkbenchSettings } from '../settings';
import { applyToPhone, setupOfPhone } from './on-phone';
import { type Setup, serverPrefix, writeSetup } from './setup';

/**
 * Everything that the reader can choose, and the address that holds it: what the address asks for
 * is applied once the phone is there and when the reader goes back or forward, and each choice
 * after that is a step of the browser's history.
 */
export function useSetup(
  phone: PhoneDevice | null,
  { brands: brandPath, controls: serverPath, app }: WorkbenchSettings,
  usual: Setup,
  onChanged: () => void,
) {
  const brands = useBrand(brandPath, loadAgain);
  const servers = useServers(serverPath, loadWithServer);
  const [contract, chooseContract] = useContractChoice();
  const [sheetPolicy, chooseSheetPolicy] = useSheetPolicy(phone);
  const isThere =
    phone !== null && servers.controls !== null && (brandPath === null || brands.state !== null);
  const current: Setup | null = !isThere
    ? null
    : {
        ...setupOfPhone(phone),
        brand: brands.state?.wanted ?? null,
        contract,
        sheetPolicy,
        servers: unusualServers(servers.controls),
      };

  const [scenario, setScenario] = useState(() => scenarioIn(location.search));
  const [applied, setApplied] = useState<PhoneDevice | null>(null);
  const chosen = { contract, sheetPolicy, brands, servers };
  const latest = useRef(chosen);
  latest.current = chosen;

  const apply = useCallback(
    async (next: Setup, on: PhoneDevice) => {
      const { brands, servers } = latest.current;
      const { state } = brands;
      if (next.brand !== null && next.brand !== state?.wanted && state?.brands.includes(next.brand))
        brands.choose(next.brand);
      chooseContract(next.contract);
      chooseSheetPolicy(next.sheetPolicy);
      for (const { id, options } of servers.controls ?? []) {
        const asked = next.servers[id] ?? options[0]?.value;
        if (asked !== undefined) await servers.choose(id, asked);
      }
      await applyToPhone(on, next, app);
      onChanged();
    },
    [app, onChanged, chooseContract, chooseSheetPolicy],
  );

  const isReady = isThere && applied === phone;
  const turn = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  /** One after the other; of several that wait, the last. The address is not written meanwhile. */
  const applyInTurn = useCallback((on: PhoneDevice, work: () => Promise<void>): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const isLast = () => mine === turn.current;
    setApplied(null);
    queue.current = queue.current
      .then(() => (isLast() ? work() : undefined))
      // A server that is gone: the pill at the top says so.
      .catch(() => undefined)
      .then(() => {
        if (isLast()) setApplied(on);
      });
    return queue.current;
  }, []);
  useEffect(() => {
    if (!isThere || phone === null) return;
    const follow = async () => {
      const { search } = location;
      setScenario(scenarioIn(search));
      if (search !== '') return await apply(askedBy(search, usual), phone);
      // An address that asks for nothing leaves the servers as another page has set them.
      chooseContract(allowed(latest.current.contract, latest.current.brands.state));
    };
    const onPop = () => void applyInTurn(phone, follow);
    onPop();
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, [phone, isThere, apply, applyInTurn, usual, chooseContract]);

  const address = current === null ? null : withScenario(writeSetup(current), scenario, current);
  const isFirst = useRef(true);
  // At once with what is shown: after a moment the reader may have gone back or forward already,
  // and a step written over that would take what is ahead of them.
  useLayoutEffect(() => {
    if (!isReady || address === null || address === location.search) return;
    if (isFirst.current) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    isFirst.current = false;
  }, [isReady, address]);

  const choose = useCallback(
    async (next: Setup, named: ScenarioName) => {
      if (phone === null) return;
      await applyInTurn(phone, () => {
        setScenario(named);
        return apply(next, phone);
      });
    },
    [phone, apply, applyInTurn],
  );
  return {
    current: isReady ? current : null,
    /** All that a scenario needs, at once. */
    choose,
    /** The one that was named last. */
    scenario,
    brands,
    servers,
    contract,
    chooseContract,
    sheetPolicy,
    chooseSheetPolicy,
  };
}

/** The page of another environment, with a brand that may be another reader's choice. */
function loadAgain(state: BrandState): void {
  const query = new URLSearchParams(location.search);
  const asked = hostContracts.find((contract) => contract === query.get('contract'));
  query.set('contract', allowed(asked ?? 'session', state));
  query.set('brand', state.wanted);
  history.replaceState(null, '', `?${query}`);
  location.reload();
}

/** The page of another app. It asks for that one itself: without, it would choose the first again. */
function loadWithServer(id: string, value: string): void {
  const query = new URLSearchParams(location.search);
  query.set(serverPrefix + id, value);
  withoutScenario(query);
  history.replaceState(null, '', `?${query}`);
  location.reload();
}

/** What this brand gives, if it can be: after a change of the brand only, then people may try. */
function allowed(contract: HostContract, state: BrandState | null): HostContract {
  const given = hostContracts.filter((one) => state?.contracts.includes(one));
  return given.includes(contract) ? contract : (given[0] ?? contract);
}
