import { crc32, deflateSync } from 'node:zlib'
import type { KeptFile } from '#simulator/files'

type NewFile = Omit<KeptFile, 'id'>

const MEGABYTE = 1024 * 1024

/** What lies in everybody's phone; made when it is needed. */
export const SAMPLE_FILES = {
  photo: (): NewFile => ({ content_type: 'image/png', filename: null, bytes: sunset(320, 200) }),
  document: (): NewFile => ({
    content_type: 'application/pdf',
    filename: 'Currículo de exemplo.pdf',
    bytes: onePage('Documento de exemplo'),
  }),
  voice: (): NewFile => ({ content_type: 'audio/mpeg', filename: null, bytes: silence(3) }),
  /** Says that it is a picture, and is a page with a script. */
  impostor: (): NewFile => ({
    content_type: 'image/jpeg',
    filename: 'foto.jpg',
    bytes: Buffer.from('<!doctype html><script>alert(1)</script>'),
  }),
  /** More than WhatsApp takes of a picture. */
  oversized: (): NewFile => ({
    content_type: 'image/jpeg',
    filename: 'foto-enorme.jpg',
    bytes: Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(17 * MEGABYTE)]),
  }),
} satisfies Record<string, () => NewFile>

/** A PNG from orange to violet. */
function sunset(width: number, height: number) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits for each of red, green and blue.
  header.set([8, 2], 8)
  const rows = Array.from({ length: height }, (_, y) => row(width, y / height))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function row(width: number, depth: number) {
  const pixel = [240 - 130 * depth, 150 - 90 * depth, 90 + 70 * depth].map(Math.round)
  return Buffer.from([0, ...Array.from({ length: width }, () => pixel).flat()])
}

function chunk(type: string, data: Buffer) {
  const named = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A PDF with one line on it. */
function onePage(line: string) {
  const drawing = `BT /F1 24 Tf 72 720 Td (${line}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  const parts = ['%PDF-1.4\n', ...objects.map((body, at) => `${at + 1} 0 obj${body}endobj\n`)]
  const starts = parts.map((_, at) => parts.slice(0, at).join('').length).slice(1)
  const entries = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer<</Size ${size}/Root 1 0 R>>\n`
  return Buffer.from(`${parts.join('')}${table}startxref\n${parts.join('').length}\n%%EOF`)
}

/** An MP3 in which nothing is said: 32 kbit/s, mono, 44.1 kHz. */
function silence(seconds: number) {
  const frame = Buffer.alloc(104)
  frame.set([0xff, 0xfb, 0x10, 0xc0])
  return Buffer.concat(Array.from({ length: Math.ceil((seconds * 44_100) / 1152) }, () => frame))
}
