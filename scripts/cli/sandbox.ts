export { command } from '@mini-login/sandbox/command';
