import sparticuz from '@sparticuz/chromium'
import { chromium, type LaunchOptions } from 'playwright'

/** Made for functions in a cloud; here they crash the second context, or would let pages do what browsers forbid. */
const NOT_OURS = new Set(['--single-process', '--no-zygote', '--disable-web-security'])

/** A Chromium that came with npm. */
export async function launchChromium(options: LaunchOptions) {
  const executablePath = await sparticuz.executablePath()
  const args = sparticuz.args.filter((argument) => !NOT_OURS.has(argument))
  return chromium.launch({ ...options, executablePath, args })
}
