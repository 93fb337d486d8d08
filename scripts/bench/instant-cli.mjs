#!/usr/bin/env node
// A DevTools that takes no time: answers every request of miniprogram-automator at once. What a
// script takes with it is the client's own.
import { WebSocketServer } from 'ws';

const port = Number(process.argv[process.argv.indexOf('--auto-port') + 1]);
const server = new WebSocketServer({ host: '127.0.0.1', port });
server.on('connection', (socket) => {
  socket.on('message', (text) => {
    const { id, method } = JSON.parse(String(text));
    socket.send(
      JSON.stringify({
        id,
        result: { SDKVersion: 'dev', pageId: 1, path: 'pages/page', query: {} },
      }),
    );
    if (method === 'Tool.close') server.close();
  });
});
