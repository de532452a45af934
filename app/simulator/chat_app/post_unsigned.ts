const BUDGET_MS = 15_000

/** Answers with the HTTP status, or null when nobody answered. Whether ChatApp tries again is not known: this one does not. */
export async function postUnsigned(url: string, body: string, signal?: AbortSignal) {
  const limits = [AbortSignal.timeout(BUDGET_MS), ...(signal ? [signal] : [])]
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.any(limits),
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return null
  }
}
