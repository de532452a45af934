import { readFile } from 'node:fs/promises'
import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { writingOf } from '#simulator/gesture'
import { Simulator } from '#simulator/simulator'
import { replyValidator } from '#simulator/validators'

@inject()
export default class RepliesController {
  constructor(protected simulator: Simulator) {}

  async store({ request, params, response }: HttpContext) {
    const { number, ...gesture } = await request.validateUsing(replyValidator, {
      data: { ...request.body(), ...params },
    })
    const file = await attached(request)
    const writing = writingOf({ ...gesture, file }, this.simulator)
    await this.simulator.reply(number, writing)
    // What was answered is answered: the address that chose it is left behind.
    const isChosen = gesture.quoted && request.header('referer')?.includes('quoted=')
    if (!isChosen) return response.redirect().back()
    const chat = gesture.provider ? `?chat=${gesture.provider}` : ''
    return response.redirect().toPath(`/simulator/phones/${number.slice(1)}${chat}`)
  }
}

async function attached(request: HttpContext['request']) {
  const file = request.file('file')
  if (!file?.tmpPath) return undefined
  return {
    content_type: file.headers['content-type'] ?? 'application/octet-stream',
    filename: file.clientName,
    bytes: await readFile(file.tmpPath),
  }
}
