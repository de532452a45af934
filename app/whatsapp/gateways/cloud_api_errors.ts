import type { TemplateState } from '#whatsapp/gateways/gateway'
import type { FailureOutcome } from '#whatsapp/send_result'
import { explainConnection } from '#whatsapp/gateways/connection_failure'

type Sentences = Record<string, string>

const BAD_TOKEN =
  'A Meta recusou o token de acesso: ele expirou ou foi revogado. Gere outro e salve em Configurações › Números.'
const NO_PERMISSION =
  'O token de acesso não tem permissão para enviar por este número. Confira as permissões na Meta.'
const ACCOUNT_BLOCKED =
  'A Meta bloqueou a conta do WhatsApp Business. Veja o motivo no Gerenciador do WhatsApp.'
const META_TROUBLE = 'A Meta teve um problema. Estamos conferindo se a mensagem saiu.'
const BAD_CONTENT =
  'O WhatsApp não aceitou um dado da mensagem. Confira o número da pessoa e o conteúdo.'
const BAD_MEDIA = 'O arquivo não pôde ser enviado. Confira o tamanho e o tipo.'
const BAD_TEMPLATE = 'O modelo aprovado não serve para esta mensagem. Confira o modelo e os campos.'
const TEMPLATE_OFF = 'O modelo não está aprovado no WhatsApp. Veja a situação dele em Modelos.'
const SLOW_DOWN = 'A Meta pediu para esperar. A mensagem será tentada de novo.'

const SENDER_BLOCKED: Sentences = {
  not_configured:
    'O WhatsApp não está configurado. A mensagem espera os dados da Meta em Configurações › Números.',
  0: BAD_TOKEN,
  3: NO_PERMISSION,
  10: NO_PERMISSION,
  33: 'A Meta não encontrou o número remetente. Confira o ID do número em Configurações › Números.',
  190: BAD_TOKEN,
  368: ACCOUNT_BLOCKED,
  130497: 'A Meta não permite que esta conta envie mensagens para o país da pessoa.',
  131005: NO_PERMISSION,
  131031: ACCOUNT_BLOCKED,
  131037: 'O nome de exibição do número ainda não foi aprovado. Veja o Gerenciador do WhatsApp.',
  131042: 'Falta a forma de pagamento da conta do WhatsApp Business. Cadastre-a na Meta.',
  131045: 'O número não está registrado na Cloud API. Registre-o no Gerenciador do WhatsApp.',
  131048:
    'O WhatsApp freou o número: muitas pessoas bloquearam ou denunciaram. Espere algumas horas.',
  131064: 'O número atingiu o limite de mensagens por causa da classificação dos modelos.',
  133010: 'O número não está registrado na Cloud API. Registre-o no Gerenciador do WhatsApp.',
}

const THROTTLED: Sentences = {
  4: SLOW_DOWN,
  80007: SLOW_DOWN,
  130429: SLOW_DOWN,
  131056: 'Muitas mensagens seguidas para a mesma pessoa. Esta será tentada de novo em instantes.',
  131057: 'O número está em manutenção na Meta. A mensagem será tentada de novo em um minuto.',
  132069: SLOW_DOWN,
  133016: SLOW_DOWN,
}

const NEEDS_TEMPLATE: Sentences = {
  131047:
    'Fora da janela de 24 h: a pessoa não escreve há mais de um dia e só aceita um modelo aprovado.',
}

/** Answered as refusals, yet the message may exist. */
const UNCONFIRMED: Sentences = {
  1: META_TROUBLE,
  2: META_TROUBLE,
  131000: META_TROUBLE,
  131016: 'O WhatsApp está fora do ar. Estamos conferindo se a mensagem saiu.',
  133004: 'O WhatsApp está fora do ar. Estamos conferindo se a mensagem saiu.',
}

const REJECTED: Sentences = {
  content_unsupported: 'O WhatsApp não envia este conteúdo em uma só mensagem. Separe-o em duas.',
  text_too_long: 'O texto passa de 4.096 caracteres. Encurte a mensagem.',
  100: BAD_CONTENT,
  130472:
    'O WhatsApp não entrega mensagens de divulgação a esta pessoa, que está em um teste da Meta.',
  131008: BAD_CONTENT,
  131009: BAD_CONTENT,
  131021: 'O telefone do contato é o próprio remetente.',
  131026:
    'A mensagem não pôde ser entregue: o número não tem WhatsApp, ou a pessoa usa uma versão antiga. Confira o telefone do contato.',
  131030:
    'O número de teste da Meta só envia para telefones da lista permitida. Inclua este na Meta.',
  131049: 'O WhatsApp decidiu não entregar esta mensagem de divulgação. Tente em outro dia.',
  131050: 'A pessoa pediu ao WhatsApp para não receber divulgação da empresa.',
  131051: 'O WhatsApp não conhece este tipo de mensagem.',
  131052: BAD_MEDIA,
  131053: BAD_MEDIA,
  131062: 'A pessoa esconde o número, e este tipo de mensagem precisa dele.',
  131063: 'A Meta não envia modelos de divulgação por este caminho. Use um modelo de utilidade.',
  132000: BAD_TEMPLATE,
  132001: TEMPLATE_OFF,
  132005: BAD_TEMPLATE,
  132007: 'O modelo viola as regras do WhatsApp. Corrija o texto em Modelos e envie de novo.',
  132008: BAD_TEMPLATE,
  132012: BAD_TEMPLATE,
  132015: 'O WhatsApp pausou o modelo por baixa qualidade. Veja a situação dele em Modelos.',
  132016: 'O WhatsApp desativou o modelo por baixa qualidade. Crie outro em Modelos.',
  132018: BAD_TEMPLATE,
  132068: 'O fluxo desta mensagem está bloqueado no WhatsApp.',
  135000: 'O WhatsApp não aceitou a mensagem, sem dizer por quê. Reenvie uma vez.',
  137000: 'A identidade da pessoa no WhatsApp mudou. Peça que ela escreva e reenvie.',
}

const KNOWN = new Map([
  ...known('sender_blocked', SENDER_BLOCKED),
  ...known('throttled', THROTTLED),
  ...known('needs_template', NEEDS_TEMPLATE),
  ...known('unconfirmed', UNCONFIRMED),
  ...known('rejected', REJECTED),
])

/** A pair of number and person wrote too fast: others may go on. */
export const isPairRate = (code: string) => code === '131056'

/** Codes of the whole account or number that the table does not name one by one. */
const isPermission = (code: string) => /^2\d\d$/.test(code)

export const isKnownCode = (code: string) => KNOWN.has(code) || isPermission(code)

/** A code nobody has met yet concerns this message only. */
export function classifyFailure(code: string): FailureOutcome {
  if (isPermission(code)) return 'sender_blocked'
  return KNOWN.get(code)?.outcome ?? 'rejected'
}

const TEMPLATE_VERDICTS: Record<string, TemplateState> = {
  132001: 'rejected',
  132015: 'paused',
  132016: 'disabled',
}

/** What a code says of the template that was sent. */
export const templateVerdict = (code: string) => TEMPLATE_VERDICTS[code] ?? null

/** One sentence a recruiter can act on; names the code when it is not one people meet. */
export function explainCode(code: string): string {
  return (
    KNOWN.get(code)?.sentence ??
    (isPermission(code) ? NO_PERMISSION : undefined) ??
    explainConnection(code) ??
    explainHttp(code) ??
    `A Meta recusou a mensagem com o código ${code}. Veja a lista de códigos de erro da Cloud API.`
  )
}

function known(outcome: FailureOutcome, sentences: Sentences) {
  return Object.entries(sentences).map(([code, sentence]) => [code, { outcome, sentence }] as const)
}

function explainHttp(code: string) {
  const status = Number(/^http_(\d{3})$/.exec(code)?.[1])
  if (status === 401 || status === 403) return BAD_TOKEN
  if (status === 429) return SLOW_DOWN
  if (status >= 500 || status === 408) return META_TROUBLE
  if (status) return `A Meta respondeu HTTP ${status}. Confira o endereço e a versão da API.`
}
