import { useCallback, useEffect, useState } from 'preact/hooks';
import { type HostContract, hostContracts } from './host-contracts';

/**
 * Which contract the demo app asks for. The workbench sets it, the app (two frames further in,
 * another document) reads it: sessionStorage belongs to the tab, so two workbenches do not disturb
 * each other.
 */
const key = 'harbor.contract';

/** `?contract=` of the page's address, else what the workbench chose. */
function read(): HostContract {
  const stored =
    new URLSearchParams(location.search).get('contract') ?? sessionStorage.getItem(key);
  return hostContracts.find((contract) => contract === stored) ?? 'session';
}

export function useContractChoice(): readonly [HostContract, (contract: HostContract) => void] {
  const [contract, setContract] = useState(read);
  useEffect(() => {
    const onStorage = () => setContract(read());
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, []);
  const choose = useCallback((next: HostContract) => {
    sessionStorage.setItem(key, next);
    setContract(next);
  }, []);
  return [contract, choose];
}
