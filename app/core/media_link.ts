import { appUrl } from '#config/app'
import { signedUrlFor } from '@adonisjs/core/services/url_builder'

/** Providers fetch a file when they send it, and when the phone asks again. */
const OPEN_FOR = '7 days'

/** An address anybody may fetch the file from who was given it: a provider signs in nowhere. */
export const mediaLink = (uuid: string) =>
  appUrl + signedUrlFor('media.public', { uuid }, { expiresIn: OPEN_FOR })
