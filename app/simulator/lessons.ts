import {
  APPROVALS,
  CALLBACKS,
  CALL_SHAPES,
  FATES,
  FAULTS,
  LIMITS,
  LISTS,
  NINTH_DIGIT,
  REFUSALS,
  SIGNATURES,
  WINDOWS,
  type Settings,
} from '#simulator/settings'

interface Lesson {
  name: string
  /** What a person learns by switching it on. */
  teaches: string
}

type Choice =
  | 'fault'
  | 'callbacks'
  | 'list'
  | 'window'
  | 'refusals'
  | 'ninth_digit'
  | 'approvals'
  | 'limits'
  | 'fate'
  | 'signature'
  | 'call_shape'
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
    redirect: {
      name: 'Manda para outro endereço',
      teaches: 'Credenciais não se levam a um endereço que ninguém conhece.',
    },
    slow_body: {
      name: 'Começa a responder e não termina',
      teaches: 'A mensagem existe; metade da resposta não prova isso.',
    },
    truncated_201: {
      name: 'Aceita e corta a resposta',
      teaches: 'O código da mensagem se perde; o recibo o traz de volta.',
    },
  },
  fate: {
    normal: { name: 'Chegam', teaches: 'Enviada, entregue e, se a pessoa lê, lida.' },
    stuck_sent: {
      name: 'Param em “enviada”',
      teaches: 'O celular está desligado: nada mais se ouve, e isso não é falha.',
    },
    fails: {
      name: 'Falham depois de aceitas',
      teaches: 'O provedor disse sim e a rede diz não: quem agendou precisa saber.',
    },
    fails_then_arrives: {
      name: 'Falham e chegam',
      teaches: 'Uma entrega tardia desmente a falha.',
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
    no_delivered: { name: 'Sem “entregue”', teaches: 'Quem leu recebeu: “lida” basta.' },
    read_first: { name: '“Lida” primeiro', teaches: 'O que vem depois não faz voltar atrás.' },
    many: { name: 'Dez vezes cada', teaches: 'Dez cópias do mesmo recibo contam uma.' },
    before_response: {
      name: 'Antes da resposta',
      teaches: 'O recibo chega antes de o sistema saber o código da mensagem.',
    },
  },
  signature: {
    right: { name: 'Certas', teaches: 'Cada chamada prova de quem vem.' },
    other_secret: {
      name: 'Com o segredo de outra conta',
      teaches: 'Recusada antes de qualquer trabalho: 403, e nada muda.',
    },
    missing: { name: 'Sem assinatura', teaches: 'Quem não prova quem é não é ouvido.' },
    re_encoded: {
      name: 'Corpo alterado no caminho',
      teaches: 'A assinatura é de outros bytes: não vale.',
    },
  },
  call_shape: {
    usual: { name: 'Como de costume', teaches: 'Os campos que o provedor documenta.' },
    unknown_fields: {
      name: 'Com campos novos',
      teaches: 'Provedores acrescentam campos sem avisar: nada pode quebrar.',
    },
    masked_address: {
      name: 'Com o número mascarado',
      teaches: 'O recibo esconde o número: a mensagem se acha pelo código.',
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
  limits: {
    off: { name: 'Sem limite', teaches: 'Tudo o que chega é aceito.' },
    enforced: {
      name: 'Como na vida real',
      teaches: 'Depressa demais, no todo ou para uma pessoa, é recusado por um tempo.',
    },
  },
  ninth_digit: {
    either: { name: 'Tanto faz', teaches: 'Com ele ou sem ele, o celular toca.' },
    exact: {
      name: 'Só a forma da conta',
      teaches: 'Quem tem conta antiga só é achado sem o 9: o sistema tenta uma vez a outra forma.',
    },
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
  fate: FATES,
  callbacks: CALLBACKS,
  signature: SIGNATURES,
  call_shape: CALL_SHAPES,
  list: LISTS,
  window: WINDOWS,
  refusals: REFUSALS,
  ninth_digit: NINTH_DIGIT,
  approvals: APPROVALS,
  limits: LIMITS,
}

const TITLES: Record<Choice, string> = {
  fault: 'Ao enviar',
  callbacks: 'Recibos',
  list: 'Consulta de mensagens',
  window: 'Janela de 24 horas',
  refusals: 'Quando o celular não pode receber',
  ninth_digit: 'Nono dígito',
  approvals: 'Aprovação de modelos',
  limits: 'Ritmo que o provedor aceita',
  fate: 'No caminho até o celular',
  signature: 'Assinatura das chamadas',
  call_shape: 'Campos das chamadas',
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
