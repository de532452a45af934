import { createHmac } from 'node:crypto'

/** As the original writes it: signatures are over these bytes, which no other JSON library would write again. */
export function escapedJson(value: object) {
  const escape = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value)
    .replace(/[\u0080-\uffff]/g, escape)
    .replaceAll('/', '\\/')
}

/** `X-Hub-Signature-256` */
export const hubSignature = (appSecret: string, body: string) =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`
