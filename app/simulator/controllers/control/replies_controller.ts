import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { writingOf } from '#simulator/gesture'
import { Simulator } from '#simulator/simulator'
import { contentValidator, fileValidator, replyValidator } from '#simulator/validators'

@inject()
export default class RepliesController {
  constructor(protected simulator: Simulator) {}

  /** Everything goes out exactly as sent: the parsed body has been trimmed. */
  async store({ request, params }: HttpContext) {
    const { content, file, ...data } = JSON.parse(request.raw() ?? '{}')
    const { number, ...gesture } = await replyValidator.validate({ ...data, ...params })
    const written = {
      ...gesture,
      ...(content && { content: await contentValidator.validate(content) }),
      ...(file && { file: await this.#file(file) }),
    }
    return this.simulator.reply(number, writingOf(written, this.simulator))
  }

  async #file(file: unknown) {
    const { base64, ...about } = await fileValidator.validate(file)
    return { ...about, bytes: Buffer.from(base64, 'base64') }
  }
}
