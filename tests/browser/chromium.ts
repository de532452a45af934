import sparticuz, { inflate } from '@sparticuz/chromium'
import { chromium, type LaunchOptions } from 'playwright'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** Made for functions in a cloud; here they crash the second context, or would let pages do what browsers forbid. */
const NOT_OURS = new Set(['--single-process', '--no-zygote', '--disable-web-security'])

const LIBRARIES = fileURLToPath(
  new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))
)

/** A Chromium that came with npm. */
export async function launchChromium(options: LaunchOptions) {
  const executablePath = await sparticuz.executablePath()
  const args = sparticuz.args.filter((argument) => !NOT_OURS.has(argument))
  try {
    return await chromium.launch({ ...options, executablePath, args })
  } catch (error) {
    if (!/error while loading shared libraries/.test(String(error))) throw error
    return chromium.launch({ ...options, executablePath, args, env: await withLibraries() })
  }
}

/** For a system that lacks the few libraries it needs, they came along. */
async function withLibraries() {
  const folder = await inflate(LIBRARIES)
  return { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') } as Record<string, string>
}
