import { oldestDue } from '#messages/queue_counts'
import Sender from '#messages/models/sender'
import { Check, judged } from '#monitoring/health/check'
import whatsapp from '#whatsapp/services/main'
import { DateTime } from 'luxon'

/** A message leaves within seconds; a minute means that something is slow, ten that nobody sends. */
const PATIENCE = { warn: 60, fail: 10 * 60 }

/**
 * How long the oldest message waits that nothing holds back. What a sender holds back is the provider's check to say.
 */
export class LagCheck extends Check {
  name = 'oldest_due'
  protected unknown = 'Não foi possível consultar a fila de envio.'

  protected async look() {
    const waits = await Promise.all((await openSenders()).map((name) => lagSeconds(name)))
    return judged(Math.max(0, ...waits), PATIENCE, {
      ok: 'As mensagens saem na hora.',
      late: (age) =>
        `A mensagem mais antiga espera há ${age} para sair. Confira se há um processo “node ace work” (ou EMBEDDED_WORKER=true) de pé, o log dele e o limite por segundo em Fila de envio.`,
    })
  }
}

/** For how long the oldest message of the sender could have left already; 0 when none waits. */
export async function lagSeconds(sender: string, now = DateTime.utc()) {
  const oldest = await oldestDue(sender, now)
  return oldest ? Math.max(0, now.diff(oldest, 'seconds').seconds) : 0
}

/** Senders that send now. One nobody has used yet has no row. */
async function openSenders() {
  const rows = await Sender.query().orderBy('id')
  const states = new Map(rows.map(({ name, state }) => [name, state]))
  return whatsapp.senders.filter(
    (name) =>
      whatsapp.use(name).missingSettings.length === 0 && (states.get(name) ?? 'open') === 'open'
  )
}
