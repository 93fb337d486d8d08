/**
 * What reads GenAuth's agreements, in the subpackage of the page that shows them: most programs
 * bring their own agreements and never load it.
 */
export { readAgreements } from '../../login/genauth/agreements';
