import { suggest } from '../contract/nearest';
import { checkArgument, NAME } from './arguments';

/**
 * The roles there are: what an `aria-role` may say, and how `getByRole` finds by it.
 * https://www.w3.org/TR/wai-aria-1.2/#role_definitions
 */
const ROLES: ReadonlySet<string> = new Set(
  (
    'alert alertdialog application article banner blockquote button caption cell checkbox code ' +
    'columnheader combobox complementary contentinfo definition deletion dialog directory ' +
    'document emphasis feed figure form generic grid gridcell group heading img insertion link ' +
    ' list listbox listitem log main mark marquee math menu menubar menuitem ' +
    'menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation ' +
    'progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox ' +
    'separator slider spinbutton status strong subscript suggestion superscript switch tab table ' +
    'tablist tabpanel term text textbox time timer toolbar tooltip tree treegrid treeitem'
  ).split(' '),
);

/** @throws TypeError For what is no role: nothing on a page could have it. */
export function checkRole(role: unknown): void {
  checkArgument('getByRole: the role', role, NAME);
  if (!ROLES.has(String(role)))
    throw new TypeError(`getByRole: there is no role "${role}"${suggest(String(role), ROLES)}`);
}
