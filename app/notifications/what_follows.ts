import type Interview from '#interviews/models/interview'
import InterviewEvent from '#interviews/models/interview_event'
import { twinFor } from '#messages/approved_wording'
import Message from '#messages/models/message'
import { refusalOf } from '#messages/permission'
import { noticeKey } from '#notifications/notice_key'
import CompanySettings from '#settings/models/company_settings'
import whatsapp from '#whatsapp/services/main'
import { DateTime } from 'luxon'

/**
 * What happens next, in a sentence for the person who has just saved: read off the rows that were written, not off
 * what should have been. `since` is the last event before the save, which may have changed nothing.
 */
export async function whatFollows(interview: Interview, since: InterviewEvent | null = null) {
  await interview.load('candidate')
  const notice = await noticeOfLastChange(interview, since)
  const { timeZone } = await CompanySettings.current()
  const told = await telling(interview, notice, timeZone)
  return [told, reminding(interview)].filter(Boolean).join(' ')
}

async function noticeOfLastChange(interview: Interview, since: InterviewEvent | null) {
  const event = await InterviewEvent.latestOf(interview.id)
  if (!event || event.id === since?.id) return null
  return Message.findBy({ dedupeKey: noticeKey(interview.id, event.id) })
}

async function telling({ candidate, isOpen }: Interview, notice: Message | null, zone: string) {
  const name = candidate.firstName
  if (!notice) {
    return isOpen
      ? `Nada do que ${name} lê mudou: nenhuma mensagem sai.`
      : `Nenhuma mensagem sai: ${name} não precisa de aviso.`
  }
  if (notice.reason === 'contact_without_phone') {
    return `${name} não tem número de WhatsApp: avise de outra forma.`
  }
  const { capabilities, missingSettings } = whatsapp.use(notice.sender)
  const refusal = refusalOf(notice, candidate, capabilities, notice.sendAt!)
  if (refusal?.reason === 'contact_declined') {
    return `${name} pediu para não receber mensagens: avise de outra forma.`
  }
  if (missingSettings.length > 0) {
    return `O WhatsApp não está configurado: a mensagem para ${name} espera até que esteja.`
  }
  const needsTwin = refusal?.reason === 'needs_template'
  if (needsTwin && !(await twinFor(notice, candidate, capabilities))) {
    return `A mensagem não vai sair: ${name} não escreveu para nós nas últimas 24 horas, e sem isso o WhatsApp só aceita um modelo aprovado (Configurações › Modelos). Avise de outra forma.`
  }
  if (notice.reason !== 'quiet_hours') return `Vamos avisar ${name} agora.`
  return `Vamos avisar ${name} ${spokenInstant(notice.sendAt!, zone)} (horário de silêncio).`
}

function reminding({ nextReminderAt, timeZone }: Interview) {
  return nextReminderAt ? `Lembrete ${spokenInstant(nextReminderAt, timeZone)}.` : ''
}

/** *hoje às 14:00*, *amanhã às 08:00*, *em 30/11 às 14:00* */
function spokenInstant(instant: DateTime, zone: string) {
  const local = instant.setZone(zone)
  const today = DateTime.utc().setZone(zone).startOf('day')
  const days = Math.round(local.startOf('day').diff(today, 'days').days)
  const day = ['hoje', 'amanhã'][days] ?? `em ${local.toFormat('dd/MM')}`
  return `${day} às ${local.toFormat('HH:mm')}`
}
