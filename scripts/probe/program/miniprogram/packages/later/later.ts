/** In a subpackage without a page: only `require.async` brings it. */
export const mark = 'from a subpackage without pages';
