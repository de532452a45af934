import { toDb } from '#database/columns'
import TemplateTwin from '#templates/models/template_twin'
import { TemplateRefused } from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

const BATCH = 100
/** A decision usually comes within minutes; one that takes longer may take two days. */
const SOON = { hours: 1 }
const EVERY = { fresh: { seconds: 50 }, pending: { minutes: 10 }, decided: { hours: 1 } }

/** Asks about those whose turn it is: what waits for a decision often, what may lose its approval now and then. */
export async function followTwins() {
  const now = DateTime.utc()
  const ago = (duration: object) => toDb(now.minus(duration))
  const due = await followed()
    .where((query) => {
      query
        .whereNull('checked_at')
        .orWhere('checked_at', '<=', ago(EVERY.decided))
        .orWhere((pending) =>
          pending.where('state', 'pending').where('checked_at', '<=', ago(EVERY.pending))
        )
        .orWhere((fresh) =>
          fresh
            .where('state', 'pending')
            .where('submitted_at', '>', ago(SOON))
            .where('checked_at', '<=', ago(EVERY.fresh))
        )
    })
    .orderBy('id')
    .limit(BATCH)
  return ask(due)
}

/** Asks about all of this number (of this text) now. Answers how many could not be asked about. */
export async function checkTwins(of: { sender?: string; template_key?: string }) {
  return ask(await followed().where(of).orderBy('id'))
}

/** The provider has it, and no newer one is approved. */
const followed = () =>
  TemplateTwin.query()
    .whereIn('state', ['pending', 'approved', 'paused'])
    .whereNotNull('provider_template_id')
    .whereNotExists((newer) => {
      newer
        .from('template_twins as newer')
        .whereColumn('newer.sender', 'template_twins.sender')
        .whereColumn('newer.template_key', 'template_twins.template_key')
        .whereColumn('newer.locale', 'template_twins.locale')
        .whereColumn('newer.version', '>', 'template_twins.version')
        .where('newer.state', 'approved')
    })

async function ask(twins: TemplateTwin[]) {
  let unanswered = 0
  for (const twin of twins) unanswered += await askAbout(twin)
  return unanswered
}

async function askAbout(twin: TemplateTwin): Promise<number> {
  const { name, language, providerTemplateId, sender } = twin
  try {
    const desk = whatsapp.use(sender).templates
    const standing = await desk?.standing({
      name,
      language,
      providerTemplateId: providerTemplateId!,
    })
    if (standing) await db.transaction((trx) => twin.hear(standing, trx))
    return standing ? 0 : 1
  } catch (error) {
    const isExpected = error instanceof TemplateRefused
    logger[isExpected ? 'warn' : 'error'](
      { err: error, twin: twin.id },
      'a template could not be asked about'
    )
    return 1
  }
}
