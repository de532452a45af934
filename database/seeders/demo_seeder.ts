import { addSender } from '#senders/configure_sender'
import simulator from '#config/simulator'
import Contact from '#contacts/models/contact'
import type { ContactInput } from '#contacts/contact_validator'
import Interview, { type Booking } from '#interviews/models/interview'
import JobOpening from '#interviews/models/job_opening'
import Round from '#interviews/models/round'
import { demoConversations } from '#database/demo/conversations'
import CompanySettings from '#settings/models/company_settings'
import { DEMO_EMAIL, DEMO_PASSWORD } from '#users/demo_account'
import User from '#users/models/user'
import { GRAPH_VERSION } from '#whatsapp/gateways/cloud_api_settings'
import { BaseSeeder } from '@adonisjs/lucid/seeders'
import { DateTime } from 'luxon'

const ZONE = 'America/Sao_Paulo'

/** Whoever tries it at night should hear the phones, too. */
const WITHOUT_QUIET_HOURS = { quietHoursStart: null, quietHoursEnd: null }

/** Weekdays from nine to six, but for lunch: so that *Remarcar* has something to offer. */
const MOVE_WINDOWS = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: '09:00', to: '12:00' },
  { weekday, from: '14:00', to: '18:00' },
])

const PEOPLE = [
  { fullName: 'Alice Demonstração', email: DEMO_EMAIL, role: 'admin' as const },
  {
    fullName: 'Rita Recrutadora Demo',
    email: 'recrutamento@demo.convoca.test',
    role: 'recruiter' as const,
  },
  {
    fullName: 'Téo Atendente Demo',
    email: 'atendimento@demo.convoca.test',
    role: 'agent' as const,
  },
]

const OPENINGS = [
  'Pessoa Vendedora (loja Exemplo)',
  'Analista de Dados',
  'Desenvolvimento Back-end',
]

const NAMES = [
  'Ana Exemplo',
  'Bruno Fictício',
  'Carla Amostra',
  'Diego Ensaio',
  'Elisa Modelo',
  'Fábio Rascunho',
  'Gabriela Teste da Silva',
  'Heitor Hipótese',
]

/**
 * Clearly fictitious people and interviews for whoever tries the product out. Fills an empty database only. Everything
 * is booked as a recruiter would, so that the simulator's phones ring.
 */
export default class DemoSeeder extends BaseSeeder {
  async run() {
    if (await User.query().first()) return
    const settings = await CompanySettings.current()
    await settings
      .merge({ companyName: 'Empresa Demonstração', ...WITHOUT_QUIET_HOURS })
      .merge({ moveWindows: MOVE_WINDOWS })
      .save()

    const [, recruiter, agent] = await this.#people()
    const openings = await JobOpening.createMany(OPENINGS.map((title) => ({ title })))
    const contacts = await this.#contacts()
    await this.#interviews(recruiter, openings, contacts)
    await demoConversations(contacts, agent)
    await this.#numberAtMeta()
    await this.#numberAtChatApp()
  }

  #people() {
    return User.createMany(PEOPLE.map((person) => ({ ...person, password: DEMO_PASSWORD })))
  }

  /** A second number to try out, where a simulator plays Meta. */
  async #numberAtMeta() {
    const { enabled, cloudApi } = simulator
    if (!enabled) return
    await addSender({
      provider: 'cloud_api',
      label: 'Meta (demonstração)',
      number: cloudApi.number,
      settings: {
        phone_number_id: cloudApi.phoneNumberId,
        waba_id: cloudApi.wabaId,
        access_token: cloudApi.accessToken,
        app_secret: cloudApi.appSecret,
        verify_token: cloudApi.verifyToken,
        graph_version: GRAPH_VERSION,
      },
    })
  }

  /** And a third, which *Configurações › Números* makes known to ChatApp when it is first looked at. */
  async #numberAtChatApp() {
    const { enabled, chatApp } = simulator
    if (!enabled) return
    await addSender({
      provider: 'chat_app',
      label: 'ChatApp (demonstração)',
      number: chatApp.number,
      settings: {
        email: chatApp.email,
        password: chatApp.password,
        app_id: chatApp.appId,
        licence_id: chatApp.licenceId,
        messenger_type: chatApp.messengerType,
      },
    })
  }

  async #contacts() {
    const contacts: Contact[] = []
    for (const [index, name] of NAMES.entries()) {
      const phone = `+551190000${String(index + 1).padStart(4, '0')}`
      const email = `candidato${index + 1}@exemplo.test`
      contacts.push(await Contact.register({ name, phone, email } as ContactInput))
    }
    return contacts
  }

  async #interviews(by: User, openings: JobOpening[], contacts: Contact[]) {
    const rounds = await Round.query().orderBy('position')
    for (const [index, plan] of agenda().entries()) {
      const { title, round, ...details } = plan
      await Interview.book(
        {
          ...details,
          title,
          timeZone: ZONE,
          candidateId: contacts[index % contacts.length].id,
          jobOpeningId: openings[index % openings.length].id,
          roundId: rounds[round]?.id ?? null,
          interviewerIds: [by.id],
        },
        { by }
      )
    }
  }
}

type Plan = Omit<Booking, 'candidateId' | 'timeZone'> & { round: number }

/** Today, tomorrow and the days after; never in the past, whenever the demonstration begins. */
function agenda(): Plan[] {
  return [
    onsite('Entrevista de triagem', 0, hoursFromNow(2), 30),
    video('Entrevista técnica', 1, hoursFromNow(3), 60),
    onsite('Entrevista com gestor', 2, onDay(1, 9), 45),
    phone('Conversa inicial', 0, onDay(1, 11), 20),
    video('Entrevista técnica', 1, onDay(1, 15), 60),
    onsite('Entrevista final', 3, onDay(2, 10), 60),
    video('Entrevista com gestor', 2, onDay(3, 14), 45),
    onsite('Entrevista de triagem', 0, onDay(4, 16), 30),
    phone('Conversa inicial', 0, onDay(6, 10), 20),
    onsite('Entrevista final', 3, onDay(8, 9), 90),
  ]
}

const onsite = (
  title: string,
  round: number,
  startsAt: DateTime,
  durationMinutes: number
): Plan => ({
  title,
  round,
  startsAt,
  durationMinutes,
  interviewType: 'onsite',
  location: 'Rua do Exemplo, 100, 2º andar, São Paulo',
  description: 'Traga um documento com foto e procure a recepção.',
})

const video = (
  title: string,
  round: number,
  startsAt: DateTime,
  durationMinutes: number
): Plan => ({
  title,
  round,
  startsAt,
  durationMinutes,
  interviewType: 'video',
  meetingUrl: 'https://video.example/sala-demonstracao',
})

const phone = (
  title: string,
  round: number,
  startsAt: DateTime,
  durationMinutes: number
): Plan => ({
  title,
  round,
  startsAt,
  durationMinutes,
  interviewType: 'phone',
})

const hoursFromNow = (hours: number) => DateTime.utc().plus({ hours }).startOf('hour')

function onDay(days: number, hour: number) {
  const day = DateTime.utc().setZone(ZONE).plus({ days })
  const toMonday = Math.max(0, 8 - day.weekday) % 7
  const workday = day.weekday > 5 ? day.plus({ days: toMonday }) : day
  return workday.set({ hour }).startOf('hour').toUTC()
}
