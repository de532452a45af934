import type { MediaSource } from '#whatsapp/gateways/gateway'
import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns'
import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** For a whole file; a phone's picture takes a second. */
const TIMEOUT_MS = 30_000
const MOST_REDIRECTS = 3

export type FetchFailure = 'forbidden_address' | 'too_large' | 'not_found' | 'unavailable'
export type Fetched =
  | { outcome: 'fetched'; bytes: Buffer; contentType: string | null }
  | { outcome: 'failed'; reason: FetchFailure; isLasting: boolean; detail: string }

/** What no address on the internet is. */
const PRIVATE = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of [
  ['::', 127],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, prefix, 'ipv6')

/**
 * Fetches a provider's file from nowhere but the provider's hosts: over TLS and from a public address, unless the host is
 * named with its port, as an API of one's own is. The headers go to the first address only. Never throws.
 */
export async function fetchSafely(source: MediaSource, mostBytes: number): Promise<Fetched> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  try {
    return await follow(new URL(source.url), source, { mostBytes, signal, redirects: 0 })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'FORBIDDEN') return failed('forbidden_address', true, message)
    return failed('unavailable', false, code ?? message)
  }
}

interface Journey {
  mostBytes: number
  signal: AbortSignal
  redirects: number
}

async function follow(url: URL, source: MediaSource, journey: Journey): Promise<Fetched> {
  if (!isAllowed(url, source.hosts)) return failed('forbidden_address', true, url.host)
  const isFirst = journey.redirects === 0
  const response = await get(url, isFirst ? source.headers : {}, source.hosts, journey.signal)
  const { statusCode = 0, headers } = response
  if (statusCode >= 300 && statusCode < 400 && headers.location) {
    response.destroy()
    if (journey.redirects === MOST_REDIRECTS)
      return failed('unavailable', true, 'too many redirects')
    const next = new URL(headers.location, url)
    return follow(next, source, { ...journey, redirects: journey.redirects + 1 })
  }
  if (statusCode !== 200) {
    response.destroy()
    return refused(statusCode)
  }
  return bodyOf(response, journey.mostBytes)
}

function refused(status: number): Fetched {
  const isGone = status === 404 || status === 410
  return failed(isGone ? 'not_found' : 'unavailable', isGone, `HTTP ${status}`)
}

/** `media.example` and what ends in `.media.example` over TLS; `localhost:3333` also without. */
export function isAllowed(url: URL, hosts: string[]) {
  const { protocol, hostname, username } = url
  if (username) return false
  if (isOwn(url, hosts)) return protocol === 'http:' || protocol === 'https:'
  return protocol === 'https:' && hosts.some((one) => isAt(hostname, one))
}

const isAt = (hostname: string, host: string) =>
  host.startsWith('.') ? hostname.endsWith(host) : hostname === host

const isOwn = ({ port, host }: URL, hosts: string[]) => port !== '' && hosts.includes(host)

function get(url: URL, headers: Record<string, string>, hosts: string[], signal: AbortSignal) {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const isGuarded = !isOwn(url, hosts)
  // A bare address is never looked up.
  if (isGuarded && isPrivate(url.hostname)) throw forbidden(url.hostname)
  const guard = isGuarded ? { lookup: publicOnly } : {}
  return new Promise<IncomingMessage>((done, fail) => {
    request(url, { headers, signal, ...guard })
      .on('response', done)
      .on('error', fail)
      .end()
  })
}

async function bodyOf(response: IncomingMessage, mostBytes: number): Promise<Fetched> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > mostBytes) {
      response.destroy()
      return failed('too_large', true, `more than ${mostBytes} bytes`)
    }
    chunks.push(chunk)
  }
  const contentType = response.headers['content-type'] ?? null
  return { outcome: 'fetched', bytes: Buffer.concat(chunks), contentType }
}

/** The name is looked up once, and what was looked up is what is connected to. */
const publicOnly = ((
  hostname: string,
  options: LookupOptions,
  done: (error: Error | null, address?: string | LookupAddress[], family?: number) => void
) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error)
    const [first] = addresses
    if (!first || addresses.some(({ address }) => isPrivate(address)))
      return done(forbidden(hostname))
    if (options.all) return done(null, addresses)
    return done(null, first.address, first.family)
  })
}) as LookupFunction

function isPrivate(host: string) {
  const address = host.replace(/^\[|\]$/g, '')
  const family = isIP(address)
  return family > 0 && PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

const forbidden = (host: string) =>
  Object.assign(new Error(`${host} is not on the internet`), { code: 'FORBIDDEN' })

const failed = (reason: FetchFailure, isLasting: boolean, detail: string): Fetched => ({
  outcome: 'failed',
  reason,
  isLasting,
  detail,
})
