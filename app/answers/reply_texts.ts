import type { Locale } from '#contacts/locales'
import type Interview from '#interviews/models/interview'
import { spokenDate, spokenTime, spokenZone } from '#notifications/spoken'
import type CompanySettings from '#settings/models/company_settings'
import { shortened } from '#templates/message_length'

const LONGEST_TITLE = 70
/** Of a row in a list on the phone. */
const ROW = { title: 24, description: 72 }

/** What to say, and how to answer it where there is nothing to tap. */
export interface Asking {
  text: string
  byTyping: string
}

/** `about` names the interview and its date, in bold. */
interface Words {
  at: string
  /** Titles of buttons, at most 20 characters. */
  yes: string
  no: string
  choose: string
  confirmed: (about: string) => Asking
  alreadyConfirmed: (about: string) => string
  link: (about: string, url: string, until: string) => string
  noted: (about: string) => string
  sure: (about: string) => Asking
  cancelled: (about: string) => string
  kept: (about: string) => string
  changed: (about: string) => Asking
  wasCancelled: (about: string) => string
  isOver: (about: string) => string
  which: string
  /** To the list, where it cannot be opened. */
  byNumber: string
}

export const WORDS: Record<Locale, Words> = {
  'pt-BR': {
    at: ', às ',
    yes: 'Sim, cancelar',
    no: 'Não, manter',
    choose: 'Escolher',
    confirmed: (about) => ({
      text: `Presença confirmada ✅\n\n${about}\n\nAté lá!`,
      byTyping: 'Se algo mudar, responda *2* para remarcar ou *3* para cancelar.',
    }),
    alreadyConfirmed: (about) => `Sua presença já estava confirmada. Até lá!\n\n${about}`,
    link: (about, url, until) =>
      `Vamos ver outra data para você:\n\n${about}\n\nEscolha aqui: ${url}\n\nO link é só seu e vale até ${until}. Enquanto você não escolher, a data atual continua valendo. Se preferir desistir da entrevista, responda *3*.`,
    noted: (about) =>
      `Anotamos que você precisa de outra data e avisamos o RH, que vai falar com você. Até lá, a data atual continua valendo:\n\n${about}\n\nSe preferir desistir da entrevista, responda *3*.`,
    sure: (about) => ({
      text: `Quer mesmo cancelar esta entrevista?\n\n${about}`,
      byTyping: 'Responda *SIM* para cancelar ou *NÃO* para manter.',
    }),
    cancelled: (about) => `Tudo bem, a entrevista foi cancelada. Agradecemos o aviso!\n\n${about}`,
    kept: (about) => `Combinado, nada mudou: a entrevista continua marcada.\n\n${about}`,
    changed: (about) => ({
      text: `Sua resposta era sobre uma mensagem antiga: a entrevista mudou. Agora está assim:\n\n${about}`,
      byTyping:
        'Para esta data, responda *1* para confirmar, *2* para remarcar ou *3* para cancelar.',
    }),
    wasCancelled: (about) => `Esta entrevista foi cancelada:\n\n${about}`,
    isOver: (about) =>
      `Esta entrevista já começou ou terminou. Sua mensagem ficou com o RH.\n\n${about}`,
    which: 'Sobre qual entrevista?',
    byNumber: 'Responda só com o número.',
  },
  'en': {
    at: ', at ',
    yes: 'Yes, cancel it',
    no: 'No, keep it',
    choose: 'Choose',
    confirmed: (about) => ({
      text: `Attendance confirmed ✅\n\n${about}\n\nSee you there!`,
      byTyping: 'If anything changes, reply *2* to reschedule or *3* to cancel.',
    }),
    alreadyConfirmed: (about) =>
      `Your attendance was already confirmed. See you there!\n\n${about}`,
    link: (about, url, until) =>
      `Let us find another date for you:\n\n${about}\n\nChoose here: ${url}\n\nThe link is yours alone and works until ${until}. Until you choose, the current date stands. If you would rather withdraw, reply *3*.`,
    noted: (about) =>
      `We noted that you need another date and told HR, who will be in touch. Until then the current date stands:\n\n${about}\n\nIf you would rather withdraw, reply *3*.`,
    sure: (about) => ({
      text: `Do you really want to cancel this interview?\n\n${about}`,
      byTyping: 'Reply *YES* to cancel or *NO* to keep it.',
    }),
    cancelled: (about) =>
      `All right, the interview has been canceled. Thank you for telling us!\n\n${about}`,
    kept: (about) => `Fine, nothing has changed: the interview stands.\n\n${about}`,
    changed: (about) => ({
      text: `Your reply was about an old message: the interview has changed. This is how it stands:\n\n${about}`,
      byTyping: 'For this date, reply *1* to confirm, *2* to reschedule or *3* to cancel.',
    }),
    wasCancelled: (about) => `This interview was canceled:\n\n${about}`,
    isOver: (about) =>
      `This interview has already begun or is over. Your message is with HR.\n\n${about}`,
    which: 'Which interview do you mean?',
    byNumber: 'Reply with the number only.',
  },
  'es': {
    at: ', a las ',
    yes: 'Sí, cancelar',
    no: 'No, mantener',
    choose: 'Elegir',
    confirmed: (about) => ({
      text: `Asistencia confirmada ✅\n\n${about}\n\n¡Hasta entonces!`,
      byTyping: 'Si algo cambia, responda *2* para reprogramar o *3* para cancelar.',
    }),
    alreadyConfirmed: (about) => `Su asistencia ya estaba confirmada. ¡Hasta entonces!\n\n${about}`,
    link: (about, url, until) =>
      `Busquemos otra fecha para usted:\n\n${about}\n\nElija aquí: ${url}\n\nEl enlace es solo suyo y sirve hasta ${until}. Mientras no elija, la fecha actual sigue en pie. Si prefiere desistir de la entrevista, responda *3*.`,
    noted: (about) =>
      `Anotamos que necesita otra fecha y avisamos a Recursos Humanos, que se pondrá en contacto con usted. Hasta entonces, la fecha actual sigue en pie:\n\n${about}\n\nSi prefiere desistir de la entrevista, responda *3*.`,
    sure: (about) => ({
      text: `¿Quiere realmente cancelar esta entrevista?\n\n${about}`,
      byTyping: 'Responda *SÍ* para cancelar o *NO* para mantenerla.',
    }),
    cancelled: (about) =>
      `De acuerdo, la entrevista fue cancelada. ¡Gracias por avisar!\n\n${about}`,
    kept: (about) => `De acuerdo, nada cambió: la entrevista sigue en pie.\n\n${about}`,
    changed: (about) => ({
      text: `Su respuesta era sobre un mensaje anterior: la entrevista cambió. Ahora está así:\n\n${about}`,
      byTyping:
        'Para esta fecha, responda *1* para confirmar, *2* para reprogramar o *3* para cancelar.',
    }),
    wasCancelled: (about) => `Esta entrevista fue cancelada:\n\n${about}`,
    isOver: (about) =>
      `Esta entrevista ya comenzó o terminó. Su mensaje quedó con Recursos Humanos.\n\n${about}`,
    which: '¿Sobre cuál entrevista?',
    byNumber: 'Responda solo con el número.',
  },
}

/** *Entrevista técnica* and, below it, when it is. */
export const aboutText = (interview: Interview, settings: CompanySettings, locale: Locale) =>
  `*${titleOf(interview)}*\n${whenText(interview, settings, locale)}`

/** "1) Entrevista técnica, terça-feira, 1º de dezembro de 2026, às 14:00" */
export const listText = (interviews: Interview[], settings: CompanySettings, locale: Locale) =>
  interviews
    .map((interview, index) => {
      return `*${index + 1}* ${titleOf(interview)}, ${whenText(interview, settings, locale)}`
    })
    .join('\n')

/** An interview as a row to tap. */
export const rowText = (interview: Interview, settings: CompanySettings, locale: Locale) => ({
  title: shortened(titleOf(interview), ROW.title),
  description: shortened(whenText(interview, settings, locale), ROW.description),
})

/** "terça-feira, 1º de dezembro de 2026, às 14:00 (horário de Manaus)" */
export function whenText(
  { startsAt, timeZone }: Pick<Interview, 'startsAt' | 'timeZone'>,
  settings: CompanySettings,
  locale: Locale
) {
  const local = startsAt.setZone(timeZone)
  const zone = spokenZone(local, settings.timeZone, locale)
  const clock = `${spokenDate(local, locale)}${WORDS[locale].at}${spokenTime(local)}`
  return zone ? `${clock} (${zone})` : clock
}

/** A star in a title would end the bold of ours. */
const titleOf = ({ title }: Interview) => shortened(title.replaceAll('*', ''), LONGEST_TITLE)
