const MONOSPACE = '```(?<block>[\\s\\S]+?)```|`(?<code>[^`\\n]+)`'
const LINK = '(?<link>\\b(?:https?://|www\\.)[^\\s<>"]+)'
/** A marker touches its text from inside and no letter or digit from outside, and never spans lines. */
const STYLED =
  '(?<![\\p{L}\\p{N}])(?<marker>[*_~])(?<styled>(?!\\k<marker>)\\S(?:[^\\n]*?\\S)??)\\k<marker>(?![\\p{L}\\p{N}])'

const TAGS: Record<string, string> = { '*': 'strong', '_': 'em', '~': 's' }
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * A WhatsApp text as HTML: `*bold*`, `_italic_`, `~strike~`, ```` ```monospace``` ````, links and line breaks. Everything
 * else is escaped, so the result is safe to show whoever wrote the text.
 */
export function toHtml(text: string): string {
  return format(text.replace(/\r\n?/g, '\n'))
}

function format(text: string): string {
  let html = ''
  let end = 0
  for (const match of text.matchAll(new RegExp(`${MONOSPACE}|${LINK}|${STYLED}`, 'gu'))) {
    html += escape(text.slice(end, match.index)) + element(match.groups!)
    end = match.index + match[0].length
  }
  return html + escape(text.slice(end))
}

function element({ block, code, link, marker, styled }: Record<string, string>) {
  if (block ?? code) return `<code>${escape(block ?? code)}</code>`
  if (link) return anchor(link)
  return `<${TAGS[marker]}>${format(styled)}</${TAGS[marker]}>`
}

/** Punctuation at the end belongs to the sentence, not to the address. */
function anchor(link: string) {
  const [address] = link.match(/^.*[^.,;:!?)\]}'*~]/u) ?? [link]
  const href = address.startsWith('www.') ? `https://${address}` : address
  const attributes = 'target="_blank" rel="noopener noreferrer nofollow"'
  return (
    `<a href="${escape(href)}" ${attributes}>${escape(address)}</a>` +
    escape(link.slice(address.length))
  )
}

function escape(text: string) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]).replaceAll('\n', '<br>')
}
