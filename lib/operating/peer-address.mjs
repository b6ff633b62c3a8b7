// Loaded before Next.js: it tells a page what a request's headers say, and whoever sends a request writes those. Here the
// address that the connection itself comes from is put among them, over whatever was sent under that name.
import { subscribe } from 'node:diagnostics_channel'

subscribe('http.server.request.start', (message) => {
  const { request, socket } =
    /** @type {{ request: import('node:http').IncomingMessage, socket: import('node:net').Socket }} */ (message)
  request.headers['x-peer-address'] = socket.remoteAddress ?? ''
})
