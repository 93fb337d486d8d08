/** Style sheets are bundled next to the script; importing one gives nothing. */
declare module '*.css';
