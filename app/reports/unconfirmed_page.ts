import { keysetPage } from '#core/keyset_page'
import { countNeedingPerson } from '#messages/queue_counts'
import Message from '#messages/models/message'
import CompanySettings from '#settings/models/company_settings'
import whatsapp from '#whatsapp/services/main'

const PER_PAGE = 20

/** What explanations promise while we look; here it has been kept, or the page says so itself. */
const PROMISE = / Estamos conferindo .*$/

/**
 * Messages of which nobody knows whether they arrived: those that a person must decide about, the oldest first and a
 * page at a time, and the oldest of those that are still being looked for.
 */
export async function unconfirmedPage(cursor?: string) {
  const page = await keysetPage(unconfirmed().whereNull('reconcile_at'), {
    by: ['id'],
    limit: PER_PAGE,
    cursor,
  })
  const searched = await unconfirmed().whereNotNull('reconcile_at').orderBy('id').limit(PER_PAGE)
  return {
    page,
    searched,
    needPerson: await countNeedingPerson(),
    timeZone: (await CompanySettings.current()).timeZone,
    saidOf: ({ sender, errorCode }: Message) =>
      errorCode && whatsapp.knows(sender)
        ? whatsapp.use(sender).explain(errorCode).replace(PROMISE, '')
        : null,
  }
}

/** The condition is literal where the partial index has it: SQLite recognises nothing else. */
const unconfirmed = () => Message.query().whereRaw(`status = 'unconfirmed'`).preload('contact')
