import app from '@adonisjs/core/services/app'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const COPIED = ['package.json', 'resources', 'public']

/**
 * The app as the image runs it: JavaScript, compiled before. Made in a folder of its own, for as long as it is needed.
 */
export class BuiltApp {
  readonly root = app.makePath('tmp', `bench-${process.pid}-built`)

  constructor() {
    const compiler = app.makePath('node_modules/typescript/bin/tsc')
    // Types are checked elsewhere.
    const args = [compiler, '--outDir', this.root, '--noCheck', '--noEmit', 'false']
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`the app does not compile: ${stdout}`)
    for (const name of COPIED.filter((one) => existsSync(app.makePath(one)))) {
      cpSync(app.makePath(name), join(this.root, name), { recursive: true })
    }
    symlinkSync(app.makePath('node_modules'), join(this.root, 'node_modules'), 'junction')
  }

  remove() {
    // First the link itself: what it points to stays.
    rmSync(join(this.root, 'node_modules'))
    rmSync(this.root, { recursive: true, force: true })
  }
}
