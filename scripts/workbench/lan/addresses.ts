import { BlockList, isIPv4 } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';

/** https://www.rfc-editor.org/rfc/rfc1918#section-3, and this machine's own for tests. */
const near = new BlockList();
near.addSubnet('10.0.0.0', 8);
near.addSubnet('172.16.0.0', 12);
near.addSubnet('192.168.0.0', 16);
near.addSubnet('127.0.0.0', 8);

/** Networks of containers and virtual machines, where no phone is. */
const virtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|cni|flannel|utun|tun|tap|zt)/i;

type Interfaces = NodeJS.Dict<readonly NetworkInterfaceInfo[]>;

/**
 * The IPv4 addresses by which phones of the same network reach this machine. Public ones never
 * count: whoever reaches those may be anywhere.
 */
export function addressesForPhones(interfaces: Interfaces): readonly string[] {
  return Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    virtual.test(name)
      ? []
      : addresses
          .filter(({ internal, address }) => !internal && isNear(address))
          .map(({ address }) => address),
  );
}

/** An IPv4 address of a private network, or of this machine alone. */
export function isNear(address: string): boolean {
  return isIPv4(address) && near.check(address);
}
