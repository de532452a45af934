import diagnostics from 'node:diagnostics_channel'

/** Counts connections this process opens until `stop`. */
export function countSockets() {
  let count = 0
  const onSocket = () => {
    count += 1
  }
  diagnostics.subscribe('net.client.socket', onSocket)
  return {
    stop() {
      diagnostics.unsubscribe('net.client.socket', onSocket)
      return count
    },
  }
}
