import { once } from 'node:events'
import type { Socket } from 'node:net'

/** Connections that will never be answered. */
export class HungLines {
  #sockets = new Set<Socket>()

  /** Resolves when the other side, or a reset, has given up. */
  async keepOpen(socket: Socket) {
    this.#sockets.add(socket)
    await once(socket, 'close')
    this.#sockets.delete(socket)
  }

  hangUp() {
    this.#sockets.forEach((socket) => socket.destroy())
  }
}
