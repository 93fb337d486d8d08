import { unfinished } from '../brand/pack/placeholders';
import { requestOrigins } from '../brand/request-origins';
import { found as messages } from '../messages/doctor';
import { pasted } from '../messages/paste';
import { listedInWords, say } from '../messages/say';
import { type DoctorCheck, type Finding, finding } from './finding';

/**
 * Which apps may open the program and what they get: right by its form, and careless all the same.
 */
export const careless: DoctorCheck = ({ brand: { name, pack } }) => {
  const where = (field: string) => `brands/${name}/brand.json: ${field}`;
  const found: Finding[] = [];
  if (pack.sample === true) {
    found.push(finding('warning', where('sample'), messages.sample()));
  }
  if (pack.unknownCaller !== 'refuse') {
    found.push(
      finding('warning', where('unknownCaller'), messages.unknownCaller(pack.unknownCaller)),
    );
  }
  for (const [index, app] of pack.apps.entries()) {
    const bare = app.returns.filter((contract) => contract !== 'session');
    if (bare.length > 0) {
      found.push(
        finding(
          'warning',
          where(`apps.${index}.returns`),
          messages.bareContracts(app.mobileAppId, listedInWords(bare)),
        ),
      );
    }
  }
  if (pack.sealed === 'optional' && pack.apps.some(({ returns }) => returns.includes('session'))) {
    found.push(finding('warning', where('sealed'), messages.clearSession()));
  }
  return found;
};

/** What the brand was made with, and nobody has filled in. */
export const notFilledIn: DoctorCheck = ({ brand }) =>
  unfinished(brand).map((field) =>
    finding('warning', `brands/${brand.name}: ${field}`, messages.standIn()),
  );

/** What has to be declared with WeChat, ready to be pasted. */
export const domains: DoctorCheck = ({ brand: { name, pack } }) => {
  const { businessDomains } = pack;
  const origins = requestOrigins(pack);
  const notSecure: Finding[] = origins
    .filter((origin) => !origin.startsWith('https://'))
    .map((origin) => finding('error', `brands/${name}/brand.json`, messages.notHttps(origin)));
  const request: Finding = finding(
    'todo',
    `brands/${name}/brand.json: genauth`,
    messages.requestDomains(origins.join(' ')),
  );
  if (businessDomains.length === 0) return [...notSecure, request];
  const business: Finding = finding(
    'todo',
    `brands/${name}/brand.json: businessDomains`,
    messages.businessDomains(businessDomains.join(' ')),
  );
  return [...notSecure, request, business];
};

/** What leaves the program besides the login has to be said, though nobody can be known by it. */
export const countedLogins: DoctorCheck = ({ brand: { name, pack } }) =>
  pack.events === undefined
    ? []
    : [
        finding(
          'todo',
          `brands/${name}/brand.json: events`,
          messages.events(new URL(pack.events.endpoint).host, say(pasted.events())),
        ),
      ];
