import type Message from '#messages/models/message'
import TemplateTwin from '#templates/models/template_twin'
import whatsapp from '#whatsapp/services/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** A failure may say that the template itself is no longer approved: then no other message goes out as it. */
export async function heedTemplateVerdict(message: Message, trx: TransactionClientContract) {
  const { templateTwinId, errorCode, status, sender } = message
  if (status !== 'failed' || !templateTwinId || !errorCode) return
  const gateway = whatsapp.use(sender)
  const state = gateway.templateVerdict(errorCode)
  if (!state) return
  const twin = await TemplateTwin.query({ client: trx })
    .where('id', templateTwinId)
    .forUpdate()
    .first()
  await twin?.hear({ state, reason: gateway.explain(errorCode) }, trx)
}
