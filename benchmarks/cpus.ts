import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const LAST = availableParallelism() - 1
const canPin = LAST > 0 && spawnSync('taskset', ['-p', String(process.pid)]).status === 0

/** The command, bound to the first or the last processor where the system can do that (Linux with `taskset`). */
export const pinned = (where: 'first' | 'last', command: string[]) =>
  canPin ? ['taskset', '-c', where === 'first' ? '0' : String(LAST), ...command] : command

/** Keeps this process off the provider's processor until the answer is called. */
export function pinToFirst() {
  if (!canPin) return () => {}
  bind('0')
  return () => bind(`0-${LAST}`)
}

const bind = (list: string) =>
  void spawnSync('taskset', ['-a', '-c', '-p', list, String(process.pid)])
