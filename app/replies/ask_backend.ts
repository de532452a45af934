/** Longer than anybody would read on a phone, and than the providers take. */
export const LONGEST_REPLY = 1600
/** More than the longest reply in any spelling; a backend that sends more is not read on. */
const MOST_BYTES = 64 * 1024

/**
 * - `timeout`, `unreachable`, `http_5xx`: it may do better next time.
 * - `refused`: it does not take this text (4xx).
 * - `unreadable`: it answered with something that is no reply.
 */
export type Answer =
  | { outcome: 'reply'; text: string }
  | { outcome: 'failed'; reason: FailureReason; isLasting: boolean; detail: string }
export type FailureReason = 'timeout' | 'unreachable' | 'server_error' | 'refused' | 'unreadable'

interface Backend {
  /** Without `/process`. */
  url: string
  timeoutSeconds: number
}

/** Asks a reply backend: `POST {url}/process` with `{ "text" }`, which answers `{ "reply" }`. Never throws. */
export async function askBackend({ url, timeoutSeconds }: Backend, text: string): Promise<Answer> {
  const signal = AbortSignal.timeout(timeoutSeconds * 1000)
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/process`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept': 'application/json' },
      body: JSON.stringify({ text }),
      redirect: 'manual',
      signal,
    })
    return await answerOf(response)
  } catch (error) {
    const isLate = signal.aborted
    const detail = isLate ? `${timeoutSeconds} s` : causeOf(error)
    return {
      outcome: 'failed',
      reason: isLate ? 'timeout' : 'unreachable',
      isLasting: false,
      detail,
    }
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const detail = `HTTP ${response.status}`
  if (response.status >= 500 || response.status === 429) {
    await response.body?.cancel()
    return { outcome: 'failed', reason: 'server_error', isLasting: false, detail }
  }
  if (!response.ok) {
    await response.body?.cancel()
    return { outcome: 'failed', reason: 'refused', isLasting: true, detail }
  }
  return replyIn(await bodyOf(response))
}

function replyIn(body: string): Answer {
  const reply = parsed(body)?.reply
  if (typeof reply === 'string' && reply.trim() && reply.length <= LONGEST_REPLY) {
    return { outcome: 'reply', text: reply.replaceAll('\u0000', '').toWellFormed() }
  }
  const detail = typeof reply === 'string' ? `${reply.length} characters` : 'no reply'
  return { outcome: 'failed', reason: 'unreadable', isLasting: true, detail }
}

function parsed(body: string): { reply?: unknown } | null {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

async function bodyOf(response: Response) {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MOST_BYTES) break
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** `fetch` hides what went wrong in the cause. */
const causeOf = (error: unknown) => {
  const { cause, message } = error as Error
  return String((cause as NodeJS.ErrnoException)?.code ?? message).slice(0, 200)
}
