import type User from '#users/models/user'
import env from '#start/env'
import app from '@adonisjs/core/services/app'

interface Room {
  key: string
  label: string
  /** Where `label` does not fit. */
  short?: string
  href: string
  icon: string
  aside?: boolean
  offPhone?: boolean
}

interface SettingsRoom {
  route: string
  label: string
  lead: string
  href: string
  icon: string
}

const TODAY: Room = { key: 'today', label: 'Hoje', href: '/', icon: 'sun' }

const RECRUITING: Room[] = [
  { key: 'interviews', label: 'Entrevistas', href: '/interviews', icon: 'calendar-days' },
  { key: 'contacts', label: 'Contatos', href: '/contacts', icon: 'users-round' },
]

const CONVERSATIONS: Room = {
  key: 'conversations',
  label: 'Conversas',
  href: '/conversations',
  icon: 'messages-square',
}

const SETTINGS: Room = {
  key: 'settings',
  label: 'Configurações',
  short: 'Ajustes',
  href: '/settings',
  icon: 'settings',
}

const SIMULATOR: Room = {
  key: 'simulator',
  label: 'Simulador',
  href: '/simulator',
  icon: 'smartphone',
  aside: true,
  offPhone: true,
}

export const simulatorEnabled = env.get('SIMULATOR') && !app.inProduction

/** The rooms of the house that this person may enter, in order; agents live in the inbox. */
export function rooms(user: User): Room[] {
  return [
    ...(user.isRecruiter ? [TODAY, ...RECRUITING] : []),
    CONVERSATIONS,
    ...(user.isAdmin ? [SETTINGS] : []),
    ...(simulatorEnabled ? [SIMULATOR] : []),
  ]
}

const ADMINISTRATION: SettingsRoom[] = [
  {
    route: 'settings.company',
    label: 'Empresa',
    lead: 'Nome, assinatura, horário de silêncio e lembretes',
    href: '/settings/company',
    icon: 'building-2',
  },
  {
    route: 'settings.moves',
    label: 'Remarcação',
    lead: 'Quando candidatos podem escolher outra data',
    href: '/settings/moves',
    icon: 'calendar-clock',
  },
  {
    route: 'settings.replies',
    label: 'Respostas automáticas',
    lead: 'O que se responde sozinho, e quando',
    href: '/settings/replies',
    icon: 'bot-message-square',
  },
  {
    route: 'settings.templates',
    label: 'Modelos',
    lead: 'Os textos que os candidatos recebem',
    href: '/settings/templates',
    icon: 'message-square-text',
  },
  {
    route: 'settings.numbers',
    label: 'Números',
    lead: 'A conta do WhatsApp e um teste de envio',
    href: '/settings/numbers',
    icon: 'phone',
  },
  {
    route: 'settings.job_openings',
    label: 'Vagas e etapas',
    lead: 'O que se escolhe ao agendar',
    href: '/settings/job_openings',
    icon: 'briefcase-business',
  },
  {
    route: 'settings.webhook_calls',
    label: 'Webhooks recebidos',
    lead: 'O que os provedores nos disseram, e o que foi feito',
    href: '/settings/webhook_calls',
    icon: 'webhook',
  },
  {
    route: 'settings.people',
    label: 'Pessoas e papéis',
    lead: 'Quem entra e o que pode fazer',
    href: '/settings/people',
    icon: 'users-round',
  },
  {
    route: 'settings.teams',
    label: 'Equipes',
    lead: 'Quem responde as mesmas conversas',
    href: '/settings/teams',
    icon: 'messages-square',
  },
]

const TOKENS: SettingsRoom = {
  route: 'settings.tokens',
  label: 'Tokens de acesso',
  lead: 'Para que o ERP converse com a Convoca em seu nome',
  href: '/settings/tokens',
  icon: 'key-round',
}

const QUEUE: SettingsRoom = {
  route: 'queue',
  label: 'Fila de envio',
  lead: 'O que espera, o que está saindo e o que não saiu',
  href: '/queue',
  icon: 'send',
}

const QUICK_REPLIES: SettingsRoom = {
  route: 'settings.quick_replies',
  label: 'Respostas rápidas',
  lead: 'Textos prontos para as conversas',
  href: '/settings/quick_replies',
  icon: 'zap',
}

/** Everyone has their own tokens and the team's ready texts; who recruits sees the queue; the rest is for admins. */
export const settingsRooms = (user: User) => [
  ...(user.isAdmin ? ADMINISTRATION : []),
  ...(user.isRecruiter ? [QUEUE] : []),
  QUICK_REPLIES,
  TOKENS,
]
