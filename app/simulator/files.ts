import { createHash, randomInt } from 'node:crypto'
import type { Database } from '#simulator/database'

export interface KeptFile {
  id: string
  content_type: string
  filename: string | null
  bytes: Buffer
}

/** What people and companies put into their messages; a provider hands it on by its id. */
export class Files {
  constructor(private database: Database) {}

  keep(file: Omit<KeptFile, 'id'>): KeptFile {
    const id = String(randomInt(10 ** 14, 2 ** 47))
    this.database
      .prepare(
        `insert into files (id, content_type, filename, bytes, created_at)
         values (@id, @content_type, @filename, @bytes, @now)`
      )
      .run({ ...file, id, now: Date.now() })
    return { ...file, id }
  }

  find(id: string): KeptFile | null {
    const row = this.database.prepare('select * from files where id = ?').get(id)
    return (row as KeptFile | undefined) ?? null
  }
}

export const sha256Of = ({ bytes }: KeptFile) => createHash('sha256').update(bytes).digest('hex')
