import type { Locale } from '#contacts/locales'

export interface Placeholder {
  /** What a person reads in the palette. */
  explanation: string
  /** Clearly fictitious; one per language where the words differ. */
  sample: string | Record<Locale, string>
  /** Says nothing by itself: it only decides an `@if`. */
  isFlag?: boolean
}

/**
 * Everything a text may say. Values are ready strings in the candidate's language; an empty string means absent.
 */
export const PLACEHOLDERS = {
  company_name: { explanation: 'Nome da empresa', sample: 'Empresa Exemplo' },
  signature: { explanation: 'Assinatura das mensagens', sample: 'Equipe de RH' },
  candidate_name: { explanation: 'Nome completo de quem será entrevistado', sample: 'Ana Exemplo' },
  candidate_first_name: {
    explanation: 'Primeiro nome de quem será entrevistado',
    sample: 'Ana',
  },
  title: {
    explanation: 'Título da entrevista',
    sample: {
      'pt-BR': 'Entrevista técnica',
      'en': 'Technical interview',
      'es': 'Entrevista técnica',
    },
  },
  type_label: {
    explanation: 'Tipo: presencial, por vídeo ou por telefone',
    sample: { 'pt-BR': 'Presencial', 'en': 'In person', 'es': 'Presencial' },
  },
  onsite: {
    explanation: 'Linhas que só saem em entrevista presencial',
    sample: 'sim',
    isFlag: true,
  },
  date: {
    explanation: 'Data por extenso, com o dia da semana',
    sample: {
      'pt-BR': 'terça-feira, 1º de dezembro de 2026',
      'en': 'Tuesday, December 1, 2026',
      'es': 'martes, 1 de diciembre de 2026',
    },
  },
  time: { explanation: 'Horário de início', sample: '14:00' },
  time_zone_label: {
    explanation: 'Fuso horário, só quando não é o da empresa',
    sample: { 'pt-BR': 'horário de Manaus', 'en': 'Manaus time', 'es': 'hora de Manaos' },
  },
  duration: {
    explanation: 'Duração',
    sample: {
      'pt-BR': '1 hora e 30 minutos',
      'en': '1 hour and 30 minutes',
      'es': '1 hora y 30 minutos',
    },
  },
  location: { explanation: 'Endereço, se houver', sample: 'Rua Exemplo, 100, 2º andar, São Paulo' },
  meeting_url: {
    explanation: 'Link da chamada de vídeo, se houver',
    sample: 'https://video.example/entrevista-ana',
  },
  description: {
    explanation: 'Informações adicionais, se houver',
    sample: {
      'pt-BR': 'Traga um documento com foto e, se quiser, seu portfólio.',
      'en': 'Please bring a photo ID and, if you like, your portfolio.',
      'es': 'Traiga un documento con foto y, si lo desea, su portafolio.',
    },
  },
  job_title: {
    explanation: 'Vaga, se houver',
    sample: { 'pt-BR': 'Analista de Dados', 'en': 'Data Analyst', 'es': 'Analista de Datos' },
  },
  round_name: {
    explanation: 'Etapa do processo, se houver',
    sample: { 'pt-BR': 'Técnica', 'en': 'Technical', 'es': 'Técnica' },
  },
  previous_date: {
    explanation: 'Data anterior, por extenso',
    sample: {
      'pt-BR': 'segunda-feira, 30 de novembro de 2026',
      'en': 'Monday, November 30, 2026',
      'es': 'lunes, 30 de noviembre de 2026',
    },
  },
  previous_time: { explanation: 'Horário anterior', sample: '10:00' },
  day_phrase: {
    explanation: 'O dia como se fala: hoje, amanhã, na terça-feira, 1º de dezembro',
    sample: { 'pt-BR': 'amanhã', 'en': 'tomorrow', 'es': 'mañana' },
  },
  answer_options: {
    explanation: 'Como responder: confirmar, remarcar ou cancelar pelo WhatsApp',
    sample: {
      'pt-BR': 'Responda *1* para confirmar, *2* para remarcar ou *3* para cancelar.',
      'en': 'Reply *1* to confirm, *2* to reschedule or *3* to cancel.',
      'es': 'Responda *1* para confirmar, *2* para reprogramar o *3* para cancelar.',
    },
  },
  message_text: {
    explanation: 'O que o atendente escreve',
    sample: {
      'pt-BR': 'Você pode nos enviar seu portfólio até sexta-feira?',
      'en': 'Could you send us your portfolio by Friday?',
      'es': '¿Puede enviarnos su portafolio hasta el viernes?',
    },
  },
} satisfies Record<string, Placeholder>

export type PlaceholderName = keyof typeof PLACEHOLDERS

/** What a text is filled in with; a name left out is absent, as is an empty string. */
export type TemplateValues = Partial<Record<PlaceholderName, string>>
