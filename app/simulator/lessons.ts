import {
  APPROVALS,
  CALLBACKS,
  FAULTS,
  LISTS,
  REFUSALS,
  WINDOWS,
  type Settings,
} from '#simulator/settings'

interface Lesson {
  name: string
  /** What a person learns by switching it on. */
  teaches: string
}

type Choice = 'fault' | 'callbacks' | 'list' | 'window' | 'refusals' | 'approvals'
type Lessons = { [Key in Choice]: Record<Settings[Key], Lesson> }

/** The faults in a person's words. */
const LESSONS: Lessons = {
  fault: {
    none: { name: 'Tudo funciona', teaches: 'O provedor aceita cada mensagem.' },
    http_429: {
      name: 'Rápido demais (429)',
      teaches: 'Nada foi enviado. O sistema espera e tenta de novo, sem duplicar.',
    },
    http_500: {
      name: 'Erro interno (500)',
      teaches: 'Não se sabe se a mensagem existe. Primeiro conferir, só depois reenviar.',
    },
    http_503_empty: {
      name: 'Fora do ar, sem resposta legível (503)',
      teaches: 'Um erro sem explicação também fica sem confirmação.',
    },
    http_502_html: {
      name: 'Página de erro no lugar da resposta (502)',
      teaches: 'O que não se consegue ler não prova nada.',
    },
    http_401: {
      name: 'Credenciais recusadas (401)',
      teaches: 'Insistir não adianta: os envios param e alguém é avisado.',
    },
    error_code: {
      name: 'Recusa com um código',
      teaches: 'Cada código do provedor vira uma explicação em português.',
    },
    hang: {
      name: 'Nunca responde',
      teaches: 'A mensagem não chegou, mas o sistema não tem como saber.',
    },
    reset_before: {
      name: 'Conexão cai antes',
      teaches: 'Nada foi criado; visto daqui é igual a cair depois.',
    },
    slow: {
      name: 'Responde tarde demais',
      teaches: 'A mensagem é criada depois que o sistema já desistiu de esperar.',
    },
    accept_then_hang: {
      name: 'Aceita e silencia',
      teaches: 'A mensagem chega ao celular, a resposta não chega ao sistema.',
    },
    accept_then_reset: {
      name: 'Aceita e a conexão cai',
      teaches: 'Reenviar às cegas tocaria o celular duas vezes.',
    },
    accept_then_500: {
      name: 'Aceita e diz que falhou',
      teaches: 'Um erro 500 pode ser mentira: a mensagem está no celular.',
    },
    truncated_201: {
      name: 'Aceita e corta a resposta',
      teaches: 'O código da mensagem se perde; o recibo o traz de volta.',
    },
  },
  callbacks: {
    normal: { name: 'Em ordem', teaches: 'Enviada, entregue, lida.' },
    lost: { name: 'Perdidos', teaches: 'Sem recibos, o sistema precisa perguntar.' },
    late: { name: 'Atrasados', teaches: 'O recibo vem depois que alguém já procurou por ele.' },
    doubled: { name: 'Em dobro', teaches: 'O mesmo recibo duas vezes conta uma.' },
    reversed: {
      name: 'De trás para frente',
      teaches: '“Lida” antes de “enviada”: nada volta atrás.',
    },
    before_response: {
      name: 'Antes da resposta',
      teaches: 'O recibo chega antes de o sistema saber o código da mensagem.',
    },
  },
  list: {
    normal: {
      name: 'Em dia',
      teaches: 'Perguntar ao provedor resolve o que ficou sem confirmação.',
    },
    down: { name: 'Fora do ar', teaches: 'Sem consulta e sem recibo, uma pessoa decide.' },
    lagging: {
      name: 'Atrasada',
      teaches: 'A mensagem existe e ainda não aparece: não achar não é prova.',
    },
  },
  window: {
    open: {
      name: 'Sempre aberta',
      teaches: 'Texto livre a qualquer hora, como num sandbox em uso.',
    },
    enforced: {
      name: 'Como na vida real',
      teaches: 'Só até 24 h depois da última resposta da pessoa; fora disso, erro 63016.',
    },
  },
  refusals: {
    async: {
      name: 'Depois, por recibo',
      teaches: 'O provedor aceita e mais tarde diz que falhou.',
    },
    sync: { name: 'Na hora, com erro 400', teaches: 'O provedor recusa antes de aceitar.' },
  },
  approvals: {
    normal: { name: 'Em segundos', teaches: 'Um modelo dentro das regras é aprovado.' },
    refused: { name: 'Recusados', teaches: 'Todo modelo novo volta com um motivo.' },
    paused: {
      name: 'Pausados',
      teaches: 'O WhatsApp suspende até o que já tinha aprovado: quem avisa é a consulta.',
    },
    held: { name: 'Demorados', teaches: 'A resposta não vem: o texto antigo continua valendo.' },
  },
}

/** The first of each is an ordinary day. */
const ORDER = {
  fault: FAULTS,
  callbacks: CALLBACKS,
  list: LISTS,
  window: WINDOWS,
  refusals: REFUSALS,
  approvals: APPROVALS,
}

const TITLES: Record<Choice, string> = {
  fault: 'Ao enviar',
  callbacks: 'Recibos',
  list: 'Consulta de mensagens',
  window: 'Janela de 24 horas',
  refusals: 'Quando o celular não pode receber',
  approvals: 'Aprovação de modelos',
}

/** Refusals worth rehearsing, for `error_code`. */
export const REHEARSED_REFUSALS = [
  { code: 63018, means: 'ritmo do WhatsApp' },
  { code: 21610, means: 'a pessoa pediu para não receber' },
  { code: 21211, means: 'número inválido' },
  { code: 63024, means: 'destinatário inválido' },
  { code: 63013, means: 'texto contra as regras' },
  { code: 63007, means: 'remetente desconhecido' },
  { code: 63016, means: 'fora da janela de 24 horas' },
]

export interface Lever extends Lesson {
  value: string
  isOn: boolean
}

export interface LeverGroup {
  key: Choice
  title: string
  levers: Lever[]
}

/** Everything one can break, and how it stands now. */
export function leverGroups(settings: Settings): LeverGroup[] {
  return (Object.keys(ORDER) as Choice[]).map((key) => ({
    key,
    title: TITLES[key],
    levers: leversOf(key, settings),
  }))
}

/** What is not as on an ordinary day: `Recibos: em dobro`. */
export function whatIsBroken(settings: Settings): string[] {
  return leverGroups(settings).flatMap(({ key, title, levers }) =>
    levers
      .filter(({ value, isOn }) => isOn && value !== ORDER[key][0])
      .map(({ name }) => `${title}: ${name.toLowerCase()}`)
  )
}

function leversOf(key: Choice, settings: Settings): Lever[] {
  const lessons = LESSONS[key] as Record<string, Lesson>
  return ORDER[key].map((value) => ({ value, ...lessons[value], isOn: settings[key] === value }))
}
