import { test } from '@japa/runner'
import { classifyFailure, explainCode } from '#whatsapp/gateways/twilio_errors'

test.group('Twilio errors | what a code means', () => {
  test('{0} is {1}')
    .with([
      ['20003', 'sender_blocked'],
      ['30002', 'sender_blocked'],
      ['21606', 'sender_blocked'],
      ['21659', 'sender_blocked'],
      ['63007', 'sender_blocked'],
      ['20429', 'throttled'],
      ['21611', 'throttled'],
      ['30001', 'throttled'],
      ['63017', 'throttled'],
      ['63018', 'throttled'],
      ['63016', 'needs_template'],
      ['20500', 'unconfirmed'],
      ['21619', 'unconfirmed'],
      ['21211', 'rejected'],
      ['21610', 'rejected'],
      ['63003', 'rejected'],
      ['63015', 'rejected'],
      ['63024', 'rejected'],
      ['63999', 'rejected'],
      ['constructor', 'rejected'],
    ] as const)
    .run(({ assert }, [code, outcome]) => assert.equal(classifyFailure(code), outcome))
})

test.group('Twilio errors | what recruiters read', () => {
  test('{0}: {1}')
    .with([
      ['63024', 'O número não tem WhatsApp ou não existe.'],
      ['63015', 'ela precisa enviar “join …” para +1 415 523-8886'],
      ['63016', 'Fora da janela de 24 h'],
      ['not_configured', 'O WhatsApp não está configurado.'],
      ['unreachable', 'A mensagem não saiu e será tentada de novo.'],
      ['timeout', 'Estamos conferindo se a mensagem saiu.'],
      ['http_401', 'Confira TWILIO_ACCOUNT_SID e TWILIO_AUTH_TOKEN.'],
      ['http_429', 'pediu para esperar'],
      ['http_502', 'Estamos conferindo se a mensagem saiu.'],
      ['http_301', 'O Twilio respondeu HTTP 301.'],
      ['63999', 'com o código 63999. Veja twilio.com/docs/errors/63999.'],
    ] as const)
    .run(({ assert }, [code, words]) => assert.include(explainCode(code), words))
})
