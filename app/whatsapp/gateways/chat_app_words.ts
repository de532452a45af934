import { classifyCode } from '#whatsapp/gateways/chat_app_failure'
import { explainConnection } from '#whatsapp/gateways/connection_failure'

const SENTENCES: Record<string, string> = {
  not_configured: 'Este número do ChatApp não está configurado. A mensagem espera a configuração.',
  sign_in_refused:
    'O ChatApp recusou a entrada. Confira o e-mail, a senha e o appId do número em Configurações › Números.',
  ApiInvalidTokenError:
    'O ChatApp recusou o acesso. Confira o e-mail, a senha e o appId do número em Configurações › Números.',
  one_file_only: 'O ChatApp leva um arquivo por mensagem. Envie um de cada vez.',
  not_by_chat_app:
    'O ChatApp leva textos e arquivos, nada além disso. Escreva em texto o que quer dizer.',
  file_without_address: 'O arquivo não está mais disponível para envio. Anexe-o de novo.',
  http_402: 'A licença do ChatApp não está paga. Regularize-a no painel do ChatApp.',
  http_403:
    'O ChatApp não deixa esta conta usar a licença. Confira a licença e as permissões no painel do ChatApp.',
  http_404:
    'O ChatApp não encontrou este número de telefone, ou a licença. Confira o telefone do contato e a licença.',
  failed:
    'O WhatsApp não entregou a mensagem e o ChatApp não disse por quê. Confira o telefone do contato.',
}

/** One sentence a recruiter can act on; names the code when it is not one people meet. */
export function explainChatApp(code: string): string {
  if (Object.hasOwn(SENTENCES, code)) return SENTENCES[code]
  return explainConnection(code) ?? explainOutcome(code)
}

function explainOutcome(code: string) {
  const outcome = classifyCode(code)
  switch (outcome) {
    case 'unconfirmed':
      return 'O ChatApp teve um problema. Estamos conferindo se a mensagem saiu.'
    case 'throttled':
      return 'O ChatApp pediu para esperar. A mensagem será tentada de novo.'
    case 'sender_blocked':
      return 'O ChatApp não aceita envios deste número. Confira a conta no painel do ChatApp.'
    case 'rejected':
    case 'needs_template':
      return `O ChatApp recusou a mensagem (${code}). Confira o telefone do contato e o texto.`
    default:
      return outcome satisfies never
  }
}
