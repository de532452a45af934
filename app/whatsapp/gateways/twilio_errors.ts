import type { FailureOutcome } from '#whatsapp/send_result'
import type { TemplateState } from '#whatsapp/gateways/gateway'
import { explainConnection } from '#whatsapp/gateways/connection_failure'

type Sentences = Record<string, string>

const NOT_ON_WHATSAPP = 'O número não tem WhatsApp ou não existe. Confira o telefone do contato.'
const SENDER_NOT_WHATSAPP =
  'O remetente TWILIO_WHATSAPP_FROM não é um número de WhatsApp desta conta do Twilio.'
const BAD_CREDENTIALS =
  'O Twilio recusou as credenciais. Confira TWILIO_ACCOUNT_SID e TWILIO_AUTH_TOKEN.'
const SENDER_SUSPENDED =
  'O remetente está suspenso no WhatsApp. Veja o motivo no console do Twilio.'
const PROVIDER_TROUBLE =
  'O WhatsApp teve um problema e não entregou a mensagem. Reenvie mais tarde.'
const BAD_MEDIA = 'O arquivo não pôde ser enviado. Confira o tamanho e o tipo.'
const BAD_TEMPLATE = 'O modelo aprovado não serve para esta mensagem. Confira o modelo e os campos.'
const TEMPLATE_OFF = 'O modelo não está mais aprovado no WhatsApp. Escolha ou envie outro.'

const SENDER_BLOCKED: Sentences = {
  not_configured: 'O WhatsApp não está configurado. A mensagem espera a configuração do Twilio.',
  20003: BAD_CREDENTIALS,
  20005: 'A conta do Twilio não está ativa. Regularize-a no console do Twilio.',
  20006: 'A conta do Twilio não permite esta operação. Confira as permissões no console do Twilio.',
  20404: 'O Twilio não encontrou a conta. Confira TWILIO_ACCOUNT_SID.',
  21212: SENDER_NOT_WHATSAPP,
  21606: SENDER_NOT_WHATSAPP,
  21609:
    'O Twilio não aceita o endereço de APP_URL para os recibos. Use um endereço público https.',
  21659: SENDER_NOT_WHATSAPP,
  21701: 'O Messaging Service não existe na conta do Twilio.',
  21703: 'O Messaging Service do Twilio está sem remetentes.',
  21704: 'O Messaging Service do Twilio está sem remetentes.',
  30002: 'A conta do Twilio está suspensa. Regularize-a no console do Twilio.',
  63001: 'O WhatsApp recusou a autenticação do remetente. Reconecte-o no console do Twilio.',
  63002: SENDER_NOT_WHATSAPP,
  63007: SENDER_NOT_WHATSAPP,
  63008: 'O remetente está mal configurado no Twilio. Reconecte-o no console do Twilio.',
  63020: 'A Meta ainda não aceitou a conta comercial do WhatsApp, ou falta a forma de pagamento.',
  63022: 'O nome do remetente perdeu a aprovação da Meta. Veja o console do Twilio.',
  63051: SENDER_SUSPENDED,
  63062: 'Falta aceitar os termos de marketing do WhatsApp na conta da Meta.',
}

const THROTTLED: Sentences = {
  20429: 'O Twilio pediu para esperar. A mensagem será tentada de novo.',
  21611: 'A fila do remetente no Twilio está cheia. A mensagem será tentada mais tarde.',
  30001: 'A fila do remetente no Twilio está cheia. A mensagem será tentada mais tarde.',
  63017: 'O limite de envios da conta foi atingido. A mensagem será tentada mais tarde.',
  63018:
    'O limite de envios do remetente no WhatsApp foi atingido. A mensagem será tentada mais tarde.',
  63026:
    'O WhatsApp freou o remetente por excesso de mensagens. A mensagem será tentada mais tarde.',
  63038: 'O limite diário da conta do Twilio foi atingido. A mensagem será tentada mais tarde.',
}

const NEEDS_TEMPLATE: Sentences = {
  63016:
    'Fora da janela de 24 h: a pessoa não escreve há mais de um dia e só aceita um modelo aprovado.',
}

/** Answered as refusals, yet the message may exist. */
const UNCONFIRMED: Sentences = {
  20500: 'O Twilio teve um problema. Estamos conferindo se a mensagem saiu.',
  20503: 'O Twilio está fora do ar. Estamos conferindo se a mensagem saiu.',
  21619: 'O Twilio não conseguiu registrar a mensagem. Estamos conferindo se ela saiu.',
}

const REJECTED: Sentences = {
  21211: 'O número não é válido. Confira o telefone do contato.',
  21408: 'A conta do Twilio não permite enviar para o país deste número.',
  21602: 'A mensagem está vazia.',
  21608: 'A conta de teste do Twilio só envia para números verificados. Verifique este no console.',
  21610: 'A pessoa pediu para não receber mensagens (PARAR).',
  21614: 'O número não é de celular. Confira o telefone do contato.',
  21617: 'O texto passa de 1.600 caracteres. Encurte a mensagem.',
  21620: BAD_MEDIA,
  21623: BAD_MEDIA,
  21654: BAD_TEMPLATE,
  21655: BAD_TEMPLATE,
  21656: BAD_TEMPLATE,
  30003: 'O aparelho da pessoa está inalcançável. Reenvie mais tarde.',
  30005: NOT_ON_WHATSAPP,
  30006: NOT_ON_WHATSAPP,
  30007: 'A mensagem foi retida pelo filtro da operadora. Reescreva o texto.',
  30008: 'A entrega falhou sem motivo informado. Reenvie.',
  30410:
    'O WhatsApp não respondeu ao Twilio. Pergunte à pessoa antes de reenviar: pode ter chegado.',
  63003: NOT_ON_WHATSAPP,
  63005: 'O WhatsApp não aceitou o conteúdo da mensagem. Reescreva o texto.',
  63006: 'O endereço da pessoa não está no formato do WhatsApp. Confira o telefone do contato.',
  63009: PROVIDER_TROUBLE,
  63010: PROVIDER_TROUBLE,
  63012: PROVIDER_TROUBLE,
  63013: 'A mensagem viola as políticas do WhatsApp. Reescreva o texto.',
  63014: 'A pessoa bloqueou o número da empresa no WhatsApp. Fale com ela por outro meio.',
  63015:
    'A pessoa ainda não entrou no sandbox do Twilio: ela precisa enviar “join …” para +1 415 523-8886.',
  63019: BAD_MEDIA,
  63021: 'O WhatsApp não aceitou o conteúdo da mensagem. Reescreva o texto.',
  63023: PROVIDER_TROUBLE,
  63024: NOT_ON_WHATSAPP,
  63027: BAD_TEMPLATE,
  63028: BAD_TEMPLATE,
  63029: 'O WhatsApp da pessoa não conseguiu receber a mensagem. Reenvie mais tarde.',
  63030: BAD_TEMPLATE,
  63031: 'O telefone do contato é o próprio remetente.',
  63032: 'O WhatsApp limita as mensagens de empresas a esta pessoa. Fale com ela por outro meio.',
  63033: 'A pessoa bloqueou o número da empresa no WhatsApp. Fale com ela por outro meio.',
  63034: BAD_MEDIA,
  63037: BAD_MEDIA,
  63040: TEMPLATE_OFF,
  63041: TEMPLATE_OFF,
  63042: TEMPLATE_OFF,
  63049: 'O WhatsApp decidiu não entregar esta mensagem de divulgação. Tente em outro dia.',
}

const KNOWN = new Map([
  ...known('sender_blocked', SENDER_BLOCKED),
  ...known('throttled', THROTTLED),
  ...known('needs_template', NEEDS_TEMPLATE),
  ...known('unconfirmed', UNCONFIRMED),
  ...known('rejected', REJECTED),
])

export function isKnownCode(code: string) {
  return KNOWN.has(code)
}

/** A code nobody has met yet concerns this message only. */
export function classifyFailure(code: string): FailureOutcome {
  return KNOWN.get(code)?.outcome ?? 'rejected'
}

const TEMPLATE_VERDICTS: Record<string, TemplateState> = {
  63040: 'rejected',
  63041: 'paused',
  63042: 'disabled',
}

/** What a code says of the template that was sent. */
export const templateVerdict = (code: string) => TEMPLATE_VERDICTS[code] ?? null

/** One sentence a recruiter can act on; names the code when it is not one people meet. */
export function explainCode(code: string): string {
  return (
    KNOWN.get(code)?.sentence ??
    explainConnection(code) ??
    explainHttp(code) ??
    `O Twilio recusou a mensagem com o código ${code}. Veja twilio.com/docs/errors/${code}.`
  )
}

function known(outcome: FailureOutcome, sentences: Sentences) {
  return Object.entries(sentences).map(([code, sentence]) => [code, { outcome, sentence }] as const)
}

function explainHttp(code: string) {
  const status = Number(/^http_(\d{3})$/.exec(code)?.[1])
  if (status === 401 || status === 403) return BAD_CREDENTIALS
  if (status === 429) return THROTTLED[20429]
  if (status >= 500 || status === 408) return UNCONFIRMED[20500]
  if (status) return `O Twilio respondeu HTTP ${status}. Confira TWILIO_API_BASE_URL e a conta.`
}
