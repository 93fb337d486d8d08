import '@mini-login/sandbox/command';
