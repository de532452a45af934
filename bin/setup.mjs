/**
 * Makes a fresh clone ready, and does nothing where nothing is missing: dependencies (Node 24 is one of them), `.env`,
 * assets, database. Runs on any Node from 20, before anything is installed, so it imports nothing but Node.
 */
import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const NODE = join(ROOT, 'node_modules', '.bin', 'node')
const steps = new Set(process.argv.slice(2))

const path = (...parts) => join(ROOT, ...parts)
const read = (file) => readFileSync(path(file), 'utf8')

function run(what, command, args, environment = {}) {
  process.stdout.write(`› ${what}\n`)
  const env = { ...process.env, ...environment }
  const shell = process.platform === 'win32'
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env, shell })
  if (status !== 0) {
    process.stderr.write(`\n${what}: não terminou. Veja a mensagem acima; nada mais foi feito.\n`)
    process.exit(status ?? 1)
  }
}

/** Does the work only when what it depends on has changed since the last time. */
function whenChanged(stamp, fingerprint, isThere, work) {
  const file = path(stamp)
  if (isThere && existsSync(file) && readFileSync(file, 'utf8') === fingerprint) return
  work()
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, fingerprint)
}

function fingerprint(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(path(file)))
  return hash.digest('hex')
}

function install() {
  const wanted = fingerprint(['package-lock.json'])
  whenChanged('node_modules/.convoca-installed', wanted, existsSync(NODE), () =>
    run('Instalando dependências', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  )
}

/** A key of its own, and credentials that only the simulator knows. */
function writeEnvironment() {
  if (existsSync(path('.env'))) return
  process.stdout.write('› Criando .env\n')
  const values = {
    APP_KEY: randomBytes(24).toString('base64url'),
    TWILIO_ACCOUNT_SID: `AC${randomBytes(16).toString('hex')}`,
    TWILIO_AUTH_TOKEN: randomBytes(16).toString('hex'),
    TWILIO_WHATSAPP_FROM: '+14155238886',
  }
  const text = read('.env.example').replace(/^(\w+)=$/gm, (line, name) =>
    name in values ? `${name}=${values[name]}` : line
  )
  writeFileSync(path('.env'), text, { mode: 0o600 })
}

function buildAssets() {
  const sources = listFiles(['resources/css', 'resources/js'])
  const inputs = ['package-lock.json', 'vite.config.ts', ...sources]
  const built = existsSync(path('public/assets/.vite/manifest.json'))
  whenChanged('public/assets/.convoca-built', fingerprint(inputs), built, () =>
    run('Montando as páginas', NODE, ['node_modules/vite/bin/vite.js', 'build', '--logLevel=warn'])
  )
}

function listFiles(folders) {
  const found = []
  const walk = (folder) => {
    for (const entry of readdirSync(path(folder), { withFileTypes: true })) {
      const name = `${folder}/${entry.name}`
      if (entry.isDirectory()) walk(name)
      else found.push(name)
    }
  }
  for (const folder of folders) if (existsSync(path(folder))) walk(folder)
  return found.sort()
}

install()
writeEnvironment()
if (steps.has('--assets')) buildAssets()
if (steps.has('--database'))
  run('Preparando o banco de dados', NODE, ['ace.js', 'database:prepare'])
