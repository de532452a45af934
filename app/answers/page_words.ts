import type { PageOutcome } from '#answers/move_interview'
import type { Locale } from '#contacts/locales'

interface PageWords {
  title: string
  when: string
  duration: string
  where: string
  link: string
  calendar: string
  cancelled: string
  over: string
  outdated: string
  choose: string
  chooseLead: string
  chooseButton: string
  noSlots: string
  wish: string
  wishAlone: string
  wishLabel: string
  wishButton: string
  news: Record<PageOutcome, string>
  missing: string
}

/** What the page behind the link says, in the candidate's language. */
export const PAGE_WORDS: Record<Locale, PageWords> = {
  'pt-BR': {
    title: 'Sua entrevista',
    when: 'Quando',
    duration: 'Duração',
    where: 'Local',
    link: 'Link',
    calendar: 'Pôr no meu calendário',
    cancelled: 'Esta entrevista foi cancelada.',
    over: 'Esta entrevista já começou ou terminou.',
    outdated:
      'Este link era de uma data anterior; acima está a data que vale agora. Para pedir outra, responda 2 à nossa última mensagem no WhatsApp.',
    choose: 'Escolher outra data',
    chooseLead: 'Enquanto você não escolher, a data acima continua valendo.',
    chooseButton: 'Quero este horário',
    noSlots: 'No momento não há horários livres para escolher aqui.',
    wish: 'Nenhum horário serve?',
    wishAlone: 'Pedir outra data',
    wishLabel: 'Conte quando você pode; o RH vai falar com você.',
    wishButton: 'Enviar ao RH',
    news: {
      moved: 'Pronto, sua entrevista mudou de data. Você recebe a confirmação no WhatsApp.',
      wished:
        'Recebemos seu pedido. O RH vai falar com você; até lá, a data acima continua valendo.',
      changed: 'A entrevista mudou enquanto você olhava. Acima está como ela ficou.',
      taken: 'Este horário acabou de ser ocupado. Escolha outro, por favor.',
    },
    missing: 'Escolha um horário da lista.',
  },
  'en': {
    title: 'Your interview',
    when: 'When',
    duration: 'Duration',
    where: 'Place',
    link: 'Link',
    calendar: 'Add to my calendar',
    cancelled: 'This interview was canceled.',
    over: 'This interview has already begun or is over.',
    outdated:
      'This link was for an earlier date; the one above stands now. To ask for another, reply 2 to our last WhatsApp message.',
    choose: 'Choose another date',
    chooseLead: 'Until you choose, the date above stands.',
    chooseButton: 'I want this time',
    noSlots: 'There are no free times to choose from right now.',
    wish: 'None of these works?',
    wishAlone: 'Ask for another date',
    wishLabel: 'Tell us when you can; HR will be in touch.',
    wishButton: 'Send to HR',
    news: {
      moved: 'Done, your interview has a new date. You get the confirmation on WhatsApp.',
      wished: 'We got your request. HR will be in touch; until then the date above stands.',
      changed: 'The interview changed while you were looking. Above is how it stands.',
      taken: 'That time has just been taken. Please choose another.',
    },
    missing: 'Choose a time from the list.',
  },
  'es': {
    title: 'Su entrevista',
    when: 'Cuándo',
    duration: 'Duración',
    where: 'Lugar',
    link: 'Enlace',
    calendar: 'Añadir a mi calendario',
    cancelled: 'Esta entrevista fue cancelada.',
    over: 'Esta entrevista ya comenzó o terminó.',
    outdated:
      'Este enlace era de una fecha anterior; arriba está la que vale ahora. Para pedir otra, responda 2 a nuestro último mensaje de WhatsApp.',
    choose: 'Elegir otra fecha',
    chooseLead: 'Mientras no elija, la fecha de arriba sigue en pie.',
    chooseButton: 'Quiero este horario',
    noSlots: 'Por ahora no hay horarios libres para elegir aquí.',
    wish: '¿Ningún horario le sirve?',
    wishAlone: 'Pedir otra fecha',
    wishLabel: 'Cuéntenos cuándo puede; Recursos Humanos se pondrá en contacto con usted.',
    wishButton: 'Enviar a Recursos Humanos',
    news: {
      moved: 'Listo, su entrevista cambió de fecha. Recibirá la confirmación por WhatsApp.',
      wished:
        'Recibimos su pedido. Recursos Humanos se pondrá en contacto; hasta entonces, la fecha de arriba sigue en pie.',
      changed: 'La entrevista cambió mientras usted miraba. Arriba está como quedó.',
      taken: 'Ese horario acaba de ocuparse. Elija otro, por favor.',
    },
    missing: 'Elija un horario de la lista.',
  },
}
